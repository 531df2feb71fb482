-- References of the members of relations.
SELECT
    member.relation_id,
    member.position,
    member.sign,
    fact_relation.relation_id IS NOT NULL AS relation_known,
    fact_observation.observation_id IS NOT NULL AS figure_known
FROM fact_relation_member AS member
LEFT JOIN fact_relation ON member.relation_id = fact_relation.relation_id
LEFT JOIN fact_observation ON member.observation_id = fact_observation.observation_id
