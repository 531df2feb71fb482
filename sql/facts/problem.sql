-- Grain: One thing about one source that a person should look at, with what to do about it.
-- That it holds the same bytes as another source comes first.
WITH told AS (
    SELECT
        document,
        position,
        code,
        place,
        detail
    FROM stg_problem
    UNION ALL
    SELECT
        document,
        -1 AS position,
        'duplicate_content' AS code,
        '' AS place,
        'the same bytes as ' || duplicate_of AS detail
    FROM dim_document
    WHERE duplicate_of IS NOT NULL
)

SELECT
    told.document,
    row_number() OVER (
        PARTITION BY told.document
        ORDER BY told.position, told.code, told.place, told.detail
    ) AS number,
    told.code,
    dim_problem.title_en,
    dim_problem.title_vi,
    told.place,
    told.detail,
    dim_problem.remedy_en,
    dim_problem.remedy_vi
FROM told
LEFT JOIN dim_problem USING (code)
