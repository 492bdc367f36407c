// The bare core that the engine is measured against: a binary heap of events
// (std::priority_queue), stations in a row with servers and a first-in-first-out
// queue, and a mean response time. No slots, policies, histograms or windows.
//
// core <arrivals per ms> <requests> <seed> (<servers> <mean service ms>)...
// prints: events processor-seconds mean-response-ms

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <queue>
#include <vector>

namespace {

struct Event {
  double time;
  std::uint64_t sequence;
  std::int32_t station;  // −1: the next request arrives
  std::int32_t request;
};

struct Later {
  bool operator()(const Event& a, const Event& b) const {
    return a.time > b.time || (a.time == b.time && a.sequence > b.sequence);
  }
};

struct Station {
  int servers;
  double mean;
  int busy;
  std::deque<std::int32_t> queue;
};

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  double exponential(double mean) {
    state_ += 0x9e3779b97f4a7c15u;  // splitmix64
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    return -mean * std::log(((z >> 11) + 0.5) * 0x1p-53);
  }

 private:
  std::uint64_t state_;
};

class Core {
 public:
  Core(std::uint64_t seed, std::vector<Station> stations)
      : random_(seed), stations_(std::move(stations)) {}

  void run(double arrivalRate, std::int64_t requests) {
    schedule(random_.exponential(1 / arrivalRate), -1, 0);
    while (!events_.empty()) {
      const Event event = events_.top();
      events_.pop();
      now_ = event.time;
      ++handled;
      if (event.station < 0) {
        if (++arrived_ < requests) schedule(now_ + random_.exponential(1 / arrivalRate), -1, 0);
        enter(0, allocate());
      } else {
        leave(event.station, event.request);
      }
    }
    meanResponse = total_ / static_cast<double>(requests);
  }

  std::uint64_t handled = 0;
  double meanResponse = 0;

 private:
  void schedule(double time, std::int32_t station, std::int32_t request) {
    events_.push({time, sequence_++, station, request});
  }

  void enter(std::int32_t index, std::int32_t request) {
    Station& station = stations_[index];
    if (station.busy < station.servers) {
      ++station.busy;
      schedule(now_ + random_.exponential(station.mean), index, request);
    } else {
      station.queue.push_back(request);
    }
  }

  void leave(std::int32_t index, std::int32_t request) {
    Station& station = stations_[index];
    if (station.queue.empty()) {
      --station.busy;
    } else {
      const std::int32_t next = station.queue.front();
      station.queue.pop_front();
      schedule(now_ + random_.exponential(station.mean), index, next);
    }
    if (index + 1 < static_cast<std::int32_t>(stations_.size())) {
      enter(index + 1, request);
    } else {
      total_ += now_ - born_[request];
      free_.push_back(request);
    }
  }

  std::int32_t allocate() {
    std::int32_t request;
    if (free_.empty()) {
      request = static_cast<std::int32_t>(born_.size());
      born_.push_back(now_);
    } else {
      request = free_.back();
      free_.pop_back();
      born_[request] = now_;
    }
    return request;
  }

  std::priority_queue<Event, std::vector<Event>, Later> events_;
  Random random_;
  std::vector<Station> stations_;
  std::vector<double> born_;
  std::vector<std::int32_t> free_;
  double now_ = 0;
  double total_ = 0;
  std::uint64_t sequence_ = 0;
  std::int64_t arrived_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 6 || count % 2 != 0) {
    std::fprintf(stderr, "usage: core <arrivals per ms> <requests> <seed> (<servers> <mean>)...\n");
    return 2;
  }
  std::vector<Station> stations;
  for (int i = 4; i < count; i += 2) {
    stations.push_back({std::atoi(arguments[i]), std::atof(arguments[i + 1]), 0, {}});
  }
  Core core(std::strtoull(arguments[3], nullptr, 10), std::move(stations));
  const std::clock_t start = std::clock();
  core.run(std::atof(arguments[1]), std::atoll(arguments[2]));
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("%llu %.9f %.9f\n", static_cast<unsigned long long>(core.handled), seconds,
              core.meanResponse);
}
