"""Kullanıcı kayıtları: adı, yaşı, ılık ve ilik ayrı sözcüklerdir."""

adı = "Işıl"
adi = "sıradan"
sınır, sinir = 10, 3
print(adı, adi, sınır, sinir, "İstanbul", "ığdır")
