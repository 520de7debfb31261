"""The check of everything that was said about an article against the article itself.

Verdicts, in the order in which they are tried:

    not_found                the words are not in the article
    misattributed            the words are there, and the text gives them to somebody else
    speaker_not_established  the words are there, and nothing near them names the speaker
    overstated               the words are cut so that their sense turns, or the paraphrase says more or other than they
    supported                none of these

A `VerifiedSummary` is constructed here and nowhere else.
"""

from brief.verify.summary import verify

__all__ = ["verify"]
