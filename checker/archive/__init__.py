"""The archive: stories that come in day by day, the events that they report, and what the stories of each say.

One DuckDB file holds it all. `store.py` alone knows its tables; `add.py` takes stories in, `events.py` says which of
them report one event, `forms.py` turns records into what a table holds and back, and `pages.py` writes the report.
"""
