-- Grain: One relation between figures, with its verdict.
-- A relation may be put to several tests (an amount a head against its product and its norm): it is broken where one
-- of them is, holds where one holds and none is broken, and else is not evaluated, which is not the same as holding.
-- The row shows the most telling test of those that decided, and how grave the gravest of them is.
WITH relation AS (
    SELECT
        relation_id,
        document,
        kind,
        exhaustive,
        rule
    FROM stg_relation
    UNION ALL
    SELECT
        relation_id,
        document,
        'cross_source' AS kind,
        NULL AS exhaustive,
        'same figure in another source' AS rule
    FROM cross_source_pair
),

verdict AS (
    SELECT
        * EXCLUDE (severity),
        arg_min(severity, list_position(['critical', 'warning', 'info'], severity))
            OVER (PARTITION BY relation_id, outcome) AS severity
    FROM relation_test
    QUALIFY row_number() OVER (
        PARTITION BY relation_id
        ORDER BY
            list_position(['broken', 'holds', 'not_evaluated'], outcome),
            list_position(['product', 'monthly_amount', 'norm', 'round_amount', 'peers', 'plausible_amount'], test),
            test,
            rank
    ) = 1
)

SELECT
    relation.relation_id,
    relation.document,
    relation.kind,
    verdict.test,
    coalesce(verdict.outcome, 'not_evaluated') AS outcome,
    CASE WHEN verdict.outcome IS NULL THEN 'norm' ELSE verdict.missing END AS missing,
    verdict.stated,
    verdict.computed,
    verdict.difference,
    verdict.tolerance,
    verdict.unit,
    verdict.agreement,
    verdict.severity,
    verdict.norm_id,
    verdict.norm_low,
    verdict.norm_high,
    relation.exhaustive,
    relation.rule
FROM relation
LEFT JOIN verdict ON relation.relation_id = verdict.relation_id
