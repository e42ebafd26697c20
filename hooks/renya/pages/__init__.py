"""Pages from a library: addresses, text to HTML, references, one template a kind.

A page is a value; who writes it to disk, and in which frame, is the adapter's business.
"""
