"""A page of our own, honest and disguised under one scheme, for tests that need any such page."""

SCHEME = dict(zip("airlhmupvkb", "ɑιɾƖҺмᴜρʋкƄ", strict=True))

HONEST = """\
The river rose again during the night, and by breakfast the lower village was without power.
Volunteers from the harbour carried blankets, bottled water and a few warm meals up the hill;
“we have seen worse,” said Martha Whitlock, who keeps the bakery beside the bridge – “but not
since I was a girl.” The council believes that about 140 homes will stay dark until Thursday.
Engineers are working to repair the pumping station, which failed shortly after two o’clock.
Meanwhile the primary school has opened its hall, and pupils have been asked to remain at home.
Insurance companies promised to move quickly, though many people remember how long they waited
last time. A public meeting about the embankment will be held in the market hall on Friday.
"""

DISGUISED = HONEST.translate({ord(plain): glyph for plain, glyph in SCHEME.items()})
