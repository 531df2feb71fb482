-- Districts ended on 2025-07-01. Which places of today lie where the figures are about, as far as codes show?
SELECT
    before.full_name AS place,
    bridge.relation,
    after.full_name AS lies_there_now,
    after.code,
    count(DISTINCT told.observation_id) AS figures
FROM fact_observation AS told
INNER JOIN dim_place AS before ON told.place_sk = before.place_sk
INNER JOIN bridge_place_successor AS bridge ON before.place_sk = bridge.place_sk
INNER JOIN dim_place AS after ON bridge.successor_sk = after.place_sk
GROUP BY before.level, before.full_name, bridge.relation, after.full_name, after.code
ORDER BY before.level ASC, before.full_name ASC, after.code ASC
