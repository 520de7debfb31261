"""`python -m brief`, and the console command."""

from brief.cli import main

if __name__ == "__main__":
    main()
