-- Grain: One source of which nothing could be read, with the first reason and what to do.
-- The other reasons, if there are any, stand in `problem`.
SELECT
    problem.document,
    dim_document.sha256,
    problem.code,
    problem.title_en,
    problem.title_vi,
    problem.place,
    problem.detail,
    problem.remedy_en,
    problem.remedy_vi
FROM dim_document
INNER JOIN problem USING (document)
WHERE dim_document.refused
QUALIFY row_number() OVER (PARTITION BY problem.document ORDER BY problem.number) = 1
