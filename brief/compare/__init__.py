"""Where the articles of a set disagree, what they leave open, and what happened when."""
