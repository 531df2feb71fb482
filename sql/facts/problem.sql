-- Grain: One thing about one source that a person should look at, with what to do about it.
SELECT
    stg_problem.document,
    row_number() OVER (
        PARTITION BY stg_problem.document
        ORDER BY stg_problem.position, stg_problem.code, stg_problem.place, stg_problem.detail
    ) AS number,
    stg_problem.code,
    dim_problem.title_en,
    dim_problem.title_vi,
    stg_problem.place,
    stg_problem.detail,
    dim_problem.remedy_en,
    dim_problem.remedy_vi
FROM stg_problem
LEFT JOIN dim_problem USING (code)
