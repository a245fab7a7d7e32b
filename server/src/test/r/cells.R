# Checks cells.geojson of `copse hotspots --method gi|moran` without residents against spdep, which finds the neighbours by itself.
#
#   apt-get install r-cran-spdep r-cran-jsonlite
#   Rscript server/src/test/r/cells.R DIR gi|moran
#
# Exit code 0 where every cell agrees within a millionth of the value, 1 where one does not.
suppressMessages({
  library(spdep)
  library(jsonlite)
})
arguments <- commandArgs(trailingOnly = TRUE)
cells <- fromJSON(file.path(arguments[1], "cells.geojson"))$features
place <- do.call(rbind, lapply(strsplit(cells$id, ":"), as.numeric))
found <- cells$properties
nb <- dnearneigh(place, 0, 1.5)
if (arguments[2] == "gi") {
  z <- as.numeric(localG(found$count, nb2listw(include.self(nb), style = "B")))
} else {
  test <- localmoran(found$count, nb2listw(nb, style = "W", zero.policy = TRUE), zero.policy = TRUE)
  z <- test[, "Z.Ii"]
  z[card(nb) == 0] <- NA
}
p <- 2 * pnorm(-abs(z))
q <- p.adjust(p, "BH")
off <- function(ours, theirs) {
  stopifnot(identical(is.na(ours), is.na(theirs)))
  max(abs(ours - theirs) / pmax(1, abs(theirs)), na.rm = TRUE)
}
worst <- c(z = off(found$z, z), p = off(found$p, p), q = off(found$q, q))
cat(length(z), "cells against spdep", as.character(packageVersion("spdep")), ": largest difference", format(worst), "\n")
quit(status = ifelse(all(worst < 1e-6), 0, 1))
