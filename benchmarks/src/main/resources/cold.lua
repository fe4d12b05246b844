-- A typical slice, no two alike: filters, a group, a year of months, a day of knowledge. The path is that of the command.
local citizenships = { "BRA", "CAN", "CHN", "COL", "CUB", "ECU", "SLV", "GTM", "HTI", "HND", "IND", "MEX", "NIC", "PER", "ROU", "RUS", "TUR", "UKR", "VEN" }
local regions = { "southwest", "northern", "other" }
local n = 0

function request()
  n = n + 1
  local month = n % 48
  local year = 2019 + math.floor((9 + month) / 12)
  local from = string.format("%d-%02d", year, (9 + month) % 12 + 1)
  local to = string.format("%d-%02d", year + 1, (9 + month) % 12 + 1)
  local day = math.floor(n / 2736)
  return wrk.format("GET", string.format(
    "%s?region=%s&citizenship=%s&groupBy=component&from=%s&to=%s&asOf=%d-%02d-%02d",
    wrk.path, regions[n % 3 + 1], citizenships[n % 19 + 1], from, to,
    2025 + math.floor(day / 336), math.floor(day / 28) % 12 + 1, day % 28 + 1))
end
