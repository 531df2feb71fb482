-- Grain: One code of one code list.
-- The lists are those of SDMX where it has one; the codes are the words that the columns hold.
SELECT
    list_id,
    code,
    name_en,
    name_vi,
    cast(sort AS INTEGER) AS sort
FROM vocabulary_code_lists
