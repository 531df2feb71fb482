-- Grain: One amount told with the number of those who share it, beside what the norms allow for each.
-- "How much is that for each household, and may it be?" The norm is the one that decided about the relation between
-- the two figures; it is null where no norm applies, and `outcome` then says whether the amount is a round one a head.
-- `times_the_norm` is how many times the greatest amount allowed a head it is: a slip of a unit shows as 1000.
WITH judged AS (
    SELECT
        amount.observation_id AS amount_id,
        counted.observation_id AS count_id,
        relation.relation_id,
        relation.outcome,
        relation.severity,
        relation.norm_id,
        relation.norm_low,
        relation.norm_high
    FROM fact_relation AS relation
    INNER JOIN fact_relation_member AS amount
        ON relation.relation_id = amount.relation_id AND amount.role = 'amount'
    INNER JOIN fact_relation_member AS counted
        ON relation.relation_id = counted.relation_id AND counted.role = 'count'
    WHERE relation.kind = 'per_head'
    QUALIFY row_number() OVER (
        PARTITION BY amount.observation_id, counted.observation_id
        ORDER BY relation.relation_id
    ) = 1
)

SELECT
    line.line_id,
    line.amount_id,
    line.amount_indicator AS indicator,
    dim_indicator.name_en AS indicator_en,
    dim_indicator.label_vi AS indicator_vi,
    line.place,
    line.period,
    line.status,
    line.population_group,
    line.programme,
    line.count_value AS heads,
    line.count_unit AS heads_unit,
    line.amount_value AS amount,
    line.amount_unit AS unit,
    cast(round(line.amount_value / line.count_value, 2) AS DECIMAL(28, 2)) AS for_each,
    judged.norm_low,
    judged.norm_high,
    CASE
        WHEN judged.norm_high > 0
            THEN cast(round(line.amount_value / line.count_value / judged.norm_high, 2) AS DECIMAL(28, 2))
    END AS times_the_norm,
    judged.norm_id,
    dim_norm.source AS norm_source,
    judged.outcome,
    judged.severity,
    judged.relation_id,
    line.document,
    line.sentence
FROM fact_statement_line AS line
INNER JOIN judged ON line.amount_id = judged.amount_id AND line.count_id = judged.count_id
LEFT JOIN dim_indicator ON line.amount_indicator = dim_indicator.indicator_id
LEFT JOIN dim_norm ON judged.norm_id = dim_norm.norm_id
WHERE line.count_value > 0 AND line.restates_line IS NULL AND NOT line.is_duplicate
ORDER BY times_the_norm DESC NULLS LAST, line.document ASC, line.position ASC
