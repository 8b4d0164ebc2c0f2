# The bot in a container: no root, and a root file system that may be read-only. It writes to /data with SQLite only.
FROM python:3.11-slim AS build
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir -r requirements.txt
WORKDIR /app
COPY app.py ./
COPY bot bot
COPY manifest manifest
RUN /venv/bin/python -m compileall -q /app

FROM python:3.11-slim
ARG VERSION=0.0.0
LABEL org.opencontainers.image.title="Resync" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="MIT"
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin resync && install -d -o resync -g resync /data
COPY --from=build /venv /venv
COPY --from=build /app /app
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite:////data/resync.db
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f\"http://127.0.0.1:{os.environ.get('RESYNC_PORT', '3978')}/healthz\", timeout=2)"]
ENTRYPOINT ["python", "/app/app.py"]
