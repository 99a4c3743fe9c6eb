"""An original and its translation into another language, compared without reading either as a language model would.

What survives translation is compared as sets: figures, months and weekdays, names. What a translator may change
(digits for words, a 12-hour clock, a converted unit) is no finding, and in doubt nothing is said.
"""
