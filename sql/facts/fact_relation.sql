-- Grain: One relation between figures, with its verdict.
-- A relation that no query judged is not evaluated, which is not the same as holding.
SELECT
    relation_id,
    document,
    kind,
    'not_evaluated' AS outcome,
    cast(NULL AS DECIMAL(38, 6)) AS stated,
    cast(NULL AS DECIMAL(38, 6)) AS computed,
    cast(NULL AS DECIMAL(38, 6)) AS difference,
    cast(NULL AS DECIMAL(38, 6)) AS tolerance,
    cast(NULL AS VARCHAR) AS severity,
    cast(NULL AS VARCHAR) AS norm_id,
    exhaustive,
    rule
FROM stg_relation
