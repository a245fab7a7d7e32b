# Makes the reference values that the tests compare with, by programs that share no code with this module.
#
#   apt-get install r-cran-spdep r-cran-spatstat.explore r-cran-surveillance
#   Rscript statistics/src/test/r/reference.R statistics/src/test/resources/reference
#
# The seed is fixed; versions.csv says what made the values.
suppressMessages({
  library(spdep)
  library(spatstat.explore)
  library(surveillance)
})
out <- commandArgs(trailingOnly = TRUE)[1]
save <- function(table, name) write.csv(format(table, digits = 15), file.path(out, name), row.names = FALSE, quote = FALSE)
set.seed(20221130)

# --- Gi*, local Moran's I, Benjamini-Hochberg, Assuncao-Reis: any relation of neighbours
local_tests <- function(values, exposure, nb) {
  self <- nb2listw(include.self(nb), style = "B")
  rows <- nb2listw(nb, style = "W")
  gi <- as.numeric(localG(values, self))
  p <- 2 * pnorm(-abs(gi))
  moran <- localmoran(values, rows, conditional = TRUE)
  data.frame(
    value = values, exposure = exposure,
    neighbours = sapply(nb, function(of) paste(of - 1, collapse = " ")),
    gi = gi, p = p, q = p.adjust(p, "BH"),
    ii = moran[, "Ii"], zii = moran[, "Z.Ii"],
    pdrawn = localmoran_perm(values, rows, nsim = 1999)[, "Pr(z != E(Ii)) Sim"]
  )
}
quadrats <- cell2nb(15, 20, type = "queen")
lambda <- 3 + 25 * exp(-((row(matrix(0, 15, 20)) - 5)^2 + (col(matrix(0, 15, 20)) - 13)^2) / 8)
grid_values <- as.numeric(rpois(300, as.vector(lambda)))
grid_exposure <- round(rgamma(300, 2, scale = 60)) + 1
save(local_tests(grid_values, grid_exposure, quadrats), "grid.csv")

places <- cbind(runif(120, 0, 5000), runif(120, 0, 4000))
graph <- make.sym.nb(knn2nb(knearneigh(places, k = 4)))
graph_values <- as.numeric(rpois(120, 2 + 30 * (places[, 1] > 3500 & places[, 2] < 1500)))
save(local_tests(graph_values, rep(100, 120), graph), "graph.csv")

# Moran's I of the deviates of rates, whose formula spdep keeps to itself
rows <- nb2listw(quadrats, style = "W")
rate_moran <- EBImoran.mc(grid_values, grid_exposure, rows, nsim = 19, subtract_mean_in_numerator = TRUE)$statistic

# --- kernel density in an L of whole cells of 50 m, incidents on centres of cells: spatstat's pixels are then exact
inside <- function(x, y) !(x > 1000 & y > 600)
xs <- seq(25, 1475, by = 50)
ys <- seq(25, 1175, by = 50)
m <- outer(ys, xs, function(y, x) inside(x, y))
window <- owin(mask = m, xy = list(x = xs, y = ys))
cells <- expand.grid(x = xs, y = ys)
cells <- cells[inside(cells$x, cells$y), ]
at <- cells[sample(nrow(cells), 400, replace = TRUE, prob = 1 + 8 * exp(-((cells$x - 900)^2 + (cells$y - 500)^2) / 40000)), ]
points <- suppressWarnings(ppp(at$x, at$y, window = window))
surface <- function(kernel, sigma) {
  density <- density.ppp(points, sigma = sigma, kernel = kernel, edge = TRUE, at = "pixels", dimyx = c(length(ys), length(xs)))
  # spatstat gives 0 < density for pixels inside; NA outside
  density$v[cbind(match(cells$y, ys), match(cells$x, xs))] * 1e6
}
# a quartic kernel of bandwidth h has the standard deviation h / sqrt(8), which is spatstat's sigma
save(data.frame(at, row.names = NULL), "density-incidents.csv")
save(
  data.frame(x = cells$x, y = cells$y, gaussian = surface("gaussian", 110), quartic = surface("quartic", 300 / sqrt(8))),
  "density.csv"
)

# --- the same without an edge, incidents anywhere: plain sums over the kernels' formulas
free <- data.frame(x = runif(200, 2000, 4000), y = runif(200, 2000, 4000))
centres <- expand.grid(x = seq(2025, 3975, by = 350), y = seq(2025, 3975, by = 350))
sums <- t(apply(centres, 1, function(c) {
  d <- sqrt((free$x - c[1])^2 + (free$y - c[2])^2)
  c(
    sum(dnorm(free$x - c[1], sd = 150) * dnorm(free$y - c[2], sd = 150)),
    sum(ifelse(d < 400, 3 / (pi * 400^2) * (1 - (d / 400)^2)^2, 0))
  ) * 1e6
}))
save(free, "free-incidents.csv")
save(data.frame(centres, gaussian = sums[, 1], quartic = sums[, 2]), "free-density.csv")
# spatstat's own isotropic rule takes the geometric mean of both axes, which changes when the map is turned; ours the square root of the
# mean variance
scott <- sqrt(mean(bw.scott(ppp(free$x, free$y, window = owin(c(2000, 4000), c(2000, 4000))))^2))

# --- near repeats
days <- sample(0:200, 300, replace = TRUE)
where <- data.frame(x = round(runif(300, 0, 3000)), y = round(runif(300, 0, 3000)))
follow <- sample(300, 60)
again <- data.frame(
  x = where$x[follow] + round(runif(60, -80, 80)), y = where$y[follow] + round(runif(60, -80, 80)),
  day = days[follow] + sample(0:7, 60, replace = TRUE)
)
events <- rbind(data.frame(where, day = days), again)
save(events, "knox-incidents.csv")
ds <- dist(events[, 1:2])
dt <- dist(events$day)
knox_of <- function(metres, apart) {
  test <- knox(dt, ds, eps.t = apart, eps.s = metres, simulate.p.value = TRUE, B = 999, .progress = "none")
  data.frame(metres = metres, days = apart, pairs = as.numeric(test$statistic), expected = as.numeric(test$null.value), p = test$p.value)
}
save(rbind(knox_of(100, 7), knox_of(200, 14), knox_of(400, 28), knox_of(100, 60)), "knox.csv")

save(data.frame(name = c("rateMoran", "scottIso"), value = c(rate_moran, scott)), "numbers.csv")
write.csv(
  data.frame(
    program = c("R", "spdep", "spatstat.explore", "surveillance"),
    version = c(
      paste(R.version$major, R.version$minor, sep = "."),
      sapply(c("spdep", "spatstat.explore", "surveillance"), function(p) as.character(packageVersion(p)))
    )
  ),
  file.path(out, "versions.csv"), row.names = FALSE, quote = FALSE
)
