-- Versions of places with what is expected of one beside others.
SELECT
    place.place_sk,
    place.level,
    place.valid_to_exclusive IS NULL OR place.valid_to_exclusive > place.valid_from AS valid_in_order,
    coalesce(
        lead(place.valid_from) OVER (PARTITION BY place.level, place.code ORDER BY place.valid_from)
        >= coalesce(place.valid_to_exclusive, DATE '9999-12-31'), TRUE
    ) AS versions_apart,
    CASE WHEN place.parent_sk IS NOT NULL THEN parent.place_sk IS NOT NULL END AS parent_known
FROM dim_place AS place
LEFT JOIN dim_place AS parent ON place.parent_sk = parent.place_sk
