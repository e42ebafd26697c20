"""One file a noun of the field: what a record of that kind holds, as strict pydantic models.

`base` has the parts that kinds share, `vocabulary` the closed lists, `kinds` the register,
`load` turns a located value into a record. Nothing here knows of other records or of pages.
"""
