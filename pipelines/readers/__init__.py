"""File to Document or Workbook: one module a format, encodings, sections of an article. No number is read here."""
