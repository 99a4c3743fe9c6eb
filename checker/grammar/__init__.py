"""How figures are written, a module for each part of the grammar.

    patterns        word lists as patterns
    number_words    a run of number words                 two hundred and five
    numerals        any number                            1,022.5   ten million   ¾
    bounds          what bounds or blurs a figure         at least, some, or more
    units           units of measure                      km, per cent, degrees Celsius
    currencies      money                                 A$3.2m, 9 trillion yen, 1,240p
    ranges          two numbers that are one figure       3 to 5 million, one in five
    measures        figures with no unit of their own     magnitude 6.1, aged 77
    naming          numbers that name a thing             Flight 370, F-16, a telephone number
    days, dates     days, weeks, months, years            last Friday, late 2028
    clock           times of day                          0440 GMT, four o'clock, a quarter past four

Each is compiled from tables of rules/figures.toml, reads from a character of the text on, and knows nothing of the rest
of the story. `checker.figures` puts them together.
"""
