-- What wrk asks, one after the other and from the beginning again: `wrk … -s visit.lua URL -- PATH [PATH…]`, where a path may
-- be followed by a bar and the ETag that the visitor has. Prints one line of JSON at the end.

local asked = {}
local at = 0

function init(paths)
  for _, one in ipairs(paths) do
    local path, tag = one:match("^([^|]*)|?(.*)$")
    local headers = { ["Accept-Encoding"] = "gzip, deflate, br, zstd" }
    if tag ~= "" then headers["If-None-Match"] = tag end
    asked[#asked + 1] = wrk.format("GET", path, headers)
  end
end

function request()
  at = at % #asked + 1
  return asked[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"bytes":%d,"microseconds":%d,"errors":%d,"p50":%d,"p90":%d,"p99":%d,"max":%d}\n',
    summary.requests, summary.bytes, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(90), latency:percentile(99), latency.max))
end
