"""The archive: stories that come in day by day, the events that they report, and what the stories of each say.

One DuckDB file holds it all: `file.py` opens it, and `store.py` alone knows its tables. `add.py` takes stories in,
`matching.py` finds the pairs that may report one event, and `events.py` makes events of them. `forms.py` turns records
into what a table holds and back, `pages.py` writes the report, and `commands.py` is the command line.
"""
