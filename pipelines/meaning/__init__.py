"""Words to ids: which indicator, population group, programme, source of funds or sex a number's words name.

Shared by statements (words of a sentence) and tables (words of headings). The rules are data; which words
belong to a number is decided by those rooms.
"""
