# Builds the server's jar where its sources are newer. Sourced by ./run and ./copse, which set $home; leaves $java and $jar.
target=$home/server/target
jar=$target/copse-server.jar
stamp=$target/built-by-run
say() { printf '%s\n' "$*" >&2; }

# The JDK that Maven will use decides: JAVA_HOME, else the one on the path.
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java javac=$JAVA_HOME/bin/javac
else
  java=$(command -v java || true) javac=$(command -v javac || true)
fi

need_java() {
  local version major
  if [ -z "$java" ]; then
    say "Copse needs a JDK, 17 or newer, and there is no java here. Debian and Ubuntu: apt install openjdk-17-jdk-headless"
    exit 1
  fi
  version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  major=${version%%[.-]*}
  case $major in '' | *[!0-9]*) return ;; esac
  if [ "$major" -lt 17 ]; then
    say "Copse needs Java 17 or newer; $java is $version. Debian and Ubuntu: apt install openjdk-17-jdk-headless"
    exit 1
  fi
}

need_build_tools() {
  local version
  if [ -z "$javac" ] || [ ! -x "$javac" ]; then
    say "Copse has to be built first, and there is no javac: ${java:-java} is a runtime (Debian's maven package brings only that)."
    say "Debian and Ubuntu: apt install openjdk-17-jdk-headless"
    exit 1
  fi
  if ! command -v mvn >/dev/null; then
    say "Copse has to be built first, and there is no mvn: Maven 3.8 or newer is needed. Debian and Ubuntu: apt install maven"
    exit 1
  fi
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  if [ -n "$version" ] && [ "$(printf '3.8\n%s\n' "$version" | sort -V | head -n 1)" != 3.8 ]; then
    say "Copse needs Maven 3.8 or newer to be built; mvn is $version."
    exit 1
  fi
}

# A jar's own time says little: Maven leaves a jar alone whose classes did not change.
built() {
  local since=$jar newer
  [ -f "$jar" ] && [ -d "$target/lib" ] || return 1
  [ ! -f "$stamp" ] || since=$stamp # it bears the time the build began: an edit made meanwhile counts
  newer=$(find "$home/pom.xml" "$home"/{planning,statistics,geo-import,sql,web,sample-maps,server}/pom.xml \
    "$home"/{planning,statistics,geo-import,sql,web,sample-maps,server}/src/main -newer "$since" -print -quit 2>/dev/null || true)
  [ -z "$newer" ]
}

build_where_needed() {
  need_java
  if ! built; then
    need_build_tools
    started=$SECONDS
    if [ -f "$jar" ]; then say "Building what changed …"; else
      say "Building Copse. The first time this downloads libraries, which takes some minutes …"
    fi
    mkdir -p "$target"
    touch "$stamp.started"
    if ! (cd "$home" && mvn -B -q -ntp -Dstyle.color=never -Pquick -pl server -am package >&2); then
      say "The build failed; what Maven says is above."
      exit 1
    fi
    mv "$stamp.started" "$stamp"
    say "Built in $((SECONDS - started)) s."
  fi
}
