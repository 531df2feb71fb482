-- Which figure do two sources tell, do they agree, and what does the preferred one say?
SELECT
    relation.outcome,
    first.indicator,
    first.place,
    first.value AS preferred,
    other.value AS other,
    first.unit
FROM fact_relation AS relation
INNER JOIN fact_relation_member AS preferred
    ON relation.relation_id = preferred.relation_id AND preferred.role = 'preferred'
INNER JOIN fact_relation_member AS second ON relation.relation_id = second.relation_id AND second.role = 'other'
INNER JOIN fact_observation AS first ON preferred.observation_id = first.observation_id
INNER JOIN fact_observation AS other ON second.observation_id = other.observation_id
WHERE relation.kind = 'cross_source'
ORDER BY relation.outcome ASC, first.indicator ASC, relation.relation_id ASC
