"""The conventions: rules over the model, their findings, and the edits that put them right.

A new rule is one new file in `rules`; nothing else changes. What a rule looks at is the type of its first parameter
(`Part`, `Article`, `Subject` or `Suppressions`), its options the type of its second.

Regular expressions look for ASCII and marks, and the few places they find are then asked for their script with
`kjqb.text.characters`: a class with the Han ranges takes Python two milliseconds to compile, too long for 160 rules.
"""
