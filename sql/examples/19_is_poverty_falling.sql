-- Is poverty falling? The share of poor households of the district, year by year, and by how many points it changed.
SELECT
    year,
    percent,
    change_in_points AS points,
    poor AS households,
    parse_filename(document) AS source_file
FROM view_poverty_rate
WHERE indicator = 'pov.rate_poor' AND place_level = 2
ORDER BY document, year
