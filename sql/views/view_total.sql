-- Grain: One total that a source breaks down, with its parts and their sum.
-- "What does the total consist of, and does it add up?" Parts are in the order of the source, each as printed. Where
-- the wording does not list all parts, the sum may be less; `outcome` knows that.
WITH part AS (
    SELECT
        member.relation_id,
        count(*) AS parts,
        string_agg(told.quote, ' + ' ORDER BY member.position) AS printed_parts
    FROM fact_relation_member AS member
    INNER JOIN fact_observation AS told ON member.observation_id = told.observation_id
    WHERE member.role = 'part'
    GROUP BY member.relation_id
)

SELECT
    relation.relation_id,
    total.observation_id,
    total.document,
    total.indicator,
    dim_indicator.name_en AS indicator_en,
    dim_indicator.label_vi AS indicator_vi,
    total.place,
    total.period,
    total.status,
    total.quote AS printed_total,
    part.printed_parts,
    part.parts,
    relation.stated AS total,
    relation.computed AS sum_of_parts,
    relation.difference,
    relation.unit,
    relation.exhaustive,
    relation.outcome,
    relation.severity,
    total.sentence
FROM fact_relation AS relation
INNER JOIN fact_relation_member AS member ON relation.relation_id = member.relation_id AND member.role = 'total'
INNER JOIN fact_observation AS total ON member.observation_id = total.observation_id
INNER JOIN part ON relation.relation_id = part.relation_id
LEFT JOIN dim_indicator ON total.indicator = dim_indicator.indicator_id
WHERE relation.kind = 'part_whole'
ORDER BY total.document, total.position, relation.relation_id
