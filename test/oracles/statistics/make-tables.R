# Writes the tables beside it, which other programs' numbers fill: Rscript make-tables.R <folder>
# Needs nothing but base R. Every number is written with 17 digits, so that it reads back as the same double.

folder <- commandArgs(trailingOnly = TRUE)[1]
digits <- function(x) ifelse(is.infinite(x), "Infinity", sprintf("%.17g", x))
write_table <- function(name, frame) {
  write.csv(frame, file.path(folder, name), row.names = FALSE, quote = FALSE)
}

# Samples of several sizes, ties and infinities included; every value is a short decimal.
samples <- list(
  single = c(42),
  pair = c(1, 4),
  squares = (1:17)^2,
  ties = c(0, 0, 0, 1.5, 1.5, 2.25, 7, 7, 7, 7),
  long = sort((1:1000 * 7919) %% 1009) / 8,
  lost = c(1:8, Inf, Inf)
)
probabilities <- c(0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1)
quantiles <- do.call(rbind, lapply(names(samples), function(name) {
  data.frame(
    sample = name,
    probability = digits(probabilities),
    quantile = digits(unname(quantile(samples[[name]], probabilities, type = 7)))
  )
}))
write_table("quantiles.csv", quantiles)
write_table("samples.csv", do.call(rbind, lapply(names(samples), function(name) {
  data.frame(sample = name, value = digits(samples[[name]]))
})))

# Ranks r < s with P(B <= r - 1) <= alpha / 2 and P(B >= s) <= alpha / 2 for B binomial (n, p), and the exact
# coverage P(r <= B <= s - 1). A rank of 0 or n + 1 says that the sample is too small.
ranks <- expand.grid(
  count = c(1, 5, 6, 7, 59, 71, 72, 73, 100, 999, 3687, 3688, 10000, 100000, 1e6, 1e7),
  probability = c(0.01, 0.05, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999),
  confidence = c(0.8, 0.95, 0.99)
)
ranks <- do.call(rbind, lapply(seq_len(nrow(ranks)), function(row) {
  n <- ranks$count[row]; p <- ranks$probability[row]; allowed <- (1 - ranks$confidence[row]) / 2
  low <- qbinom(allowed, n, p)
  while (low > 0 && pbinom(low - 1, n, p) > allowed) low <- low - 1
  while (pbinom(low, n, p) <= allowed) low <- low + 1
  high <- qbinom(allowed, n, p, lower.tail = FALSE) + 1
  while (high <= n && pbinom(high - 1, n, p, lower.tail = FALSE) > allowed) high <- high + 1
  while (high > 0 && pbinom(high - 2, n, p, lower.tail = FALSE) <= allowed) high <- high - 1
  data.frame(
    count = formatC(n, format = "d", big.mark = ""), probability = p, confidence = ranks$confidence[row],
    low = formatC(low, format = "d"), high = formatC(high, format = "d"),
    coverage = digits(pbinom(high - 1, n, p) - pbinom(low - 1, n, p))
  )
}))
write_table("quantile-ranks.csv", ranks)

# prop.test without its correction for continuity gives the Wilson interval.
shares <- expand.grid(trials = c(1, 10, 100, 12345, 1e6), share = c(0, 0.001, 0.1, 0.5, 0.95, 1), confidence = c(0.8, 0.95, 0.99))
shares$successes <- round(shares$trials * shares$share)
wilson <- do.call(rbind, lapply(seq_len(nrow(shares)), function(row) {
  found <- suppressWarnings(prop.test(
    shares$successes[row], shares$trials[row], conf.level = shares$confidence[row], correct = FALSE
  ))$conf.int
  data.frame(
    successes = formatC(shares$successes[row], format = "d"), trials = formatC(shares$trials[row], format = "d"),
    confidence = shares$confidence[row], low = digits(found[1]), high = digits(found[2])
  )
}))
write_table("wilson.csv", unique(wilson))

# Moments of the finite samples.
finite <- samples[sapply(samples, function(values) all(is.finite(values)))]
write_table("moments.csv", do.call(rbind, lapply(names(finite), function(name) {
  values <- finite[[name]]
  data.frame(sample = name, mean = digits(mean(values)), sd = digits(sd(values)), standard_error = digits(sd(values) / sqrt(length(values))))
})))
