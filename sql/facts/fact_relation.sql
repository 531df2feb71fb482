-- Grain: One relation between figures, with its verdict.
-- A relation may be put to several tests (an amount a head against its product and its norm): it is broken where one
-- of them is, holds where one holds and none is broken, and else is not evaluated, which is not the same as holding.
-- The row shows the most telling test of those that decided, and how grave the gravest of them is.
-- A part and a whole have one rate. Where a source could be read as telling several and one of them fits, the others
-- are rates of something else, so they are not evaluated for want of their own figures.
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
),

-- Relations of one part and one whole, by these two.
rated AS (
    SELECT
        relation_id,
        string_agg(observation_id, ' ' ORDER BY role) AS figures
    FROM relation_figure
    WHERE kind IN ('share', 'plan_ratio') AND role IN ('part', 'whole', 'actual', 'plan')
    GROUP BY relation_id
    HAVING count(*) = 2
),

rival AS (
    SELECT DISTINCT other.relation_id
    FROM rated
    INNER JOIN verdict ON rated.relation_id = verdict.relation_id AND verdict.outcome = 'holds'
    INNER JOIN rated AS other ON rated.figures = other.figures AND rated.relation_id <> other.relation_id
),

judged AS (
    SELECT
        verdict.* EXCLUDE (relation_id, document, kind, outcome, missing),
        relation.*,
        CASE
            WHEN verdict.outcome IS NULL OR verdict.outcome = 'broken' AND rival.relation_id IS NOT NULL
                THEN 'not_evaluated'
            ELSE verdict.outcome
        END AS outcome,
        CASE
            WHEN verdict.outcome IS NULL THEN 'norm'
            WHEN verdict.outcome = 'broken' AND rival.relation_id IS NOT NULL THEN 'own_figures'
            ELSE verdict.missing
        END AS missing
    FROM relation
    LEFT JOIN verdict ON relation.relation_id = verdict.relation_id
    LEFT JOIN rival ON relation.relation_id = rival.relation_id
)

SELECT
    relation_id,
    document,
    kind,
    test,
    outcome,
    missing,
    CASE WHEN outcome <> 'not_evaluated' THEN stated END AS stated,
    CASE WHEN outcome <> 'not_evaluated' THEN computed END AS computed,
    CASE WHEN outcome <> 'not_evaluated' THEN difference END AS difference,
    CASE WHEN outcome <> 'not_evaluated' THEN tolerance END AS tolerance,
    unit,
    agreement,
    CASE WHEN outcome <> 'not_evaluated' THEN severity END AS severity,
    norm_id,
    norm_low,
    norm_high,
    exhaustive,
    rule
FROM judged
