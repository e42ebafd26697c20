"""Figures drawn from the data of a case, as SVG: what they show also stands as text beside them.

They are drawn in lines of one colour, the colour of the text, so that they hold in the dark and
on paper; what lines mean is told by their form. Each module draws one figure from plain
values; `svg` holds what they share. Knows no record, no page and no language.
"""
