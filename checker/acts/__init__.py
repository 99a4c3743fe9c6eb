"""Who did what to what: the acts that a story tells, in a form in which two outlets can be compared.

`read` finds the predicates (`predicates`), what they are done by and to (`roles`, `arguments`) and how they are told
(`moods`); `act` is what stands around one, and says how surely two tell the same.
"""
