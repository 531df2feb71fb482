-- Grain: One kind of problem, with what a person should do about it.
SELECT
    code,
    title_en,
    title_vi,
    remedy_en,
    remedy_vi
FROM vocabulary_problems
