//! What it takes to run bundles elsewhere: a folder that `docker build` makes an image of, and manifests for Kubernetes.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use crate::error::{Error, OnPath, Result};

/// Where a bundle shall run.
#[derive(Debug, Subcommand)]
pub enum Target {
    /// Writes a folder with the bundle, the server and a Dockerfile.
    Docker {
        /// The folder of the bundle.
        bundle: PathBuf,
        /// The folder to write.
        #[arg(short, long, default_value = "image")]
        output: PathBuf,
    },
    /// Writes a deployment and a service that run such an image.
    K8s {
        /// The folder of the bundle.
        bundle: PathBuf,
        /// The image, as the cluster finds it.
        #[arg(long)]
        image: String,
        /// The file to write.
        #[arg(short, long, default_value = "deployment.yaml")]
        output: PathBuf,
        /// How many run.
        #[arg(long, default_value_t = 2)]
        replicas: u32,
    },
}

/// Writes what a target needs; gives the path that was written.
///
/// # Errors
/// Where it is no bundle, or something cannot be written.
pub fn write(target: &Target) -> Result<PathBuf> {
    match target {
        Target::Docker { bundle, output } => write_image(bundle, output, &server()?).map(|()| output.clone()),
        Target::K8s { bundle, image, output, replicas } => {
            let text = deployment(&name(bundle)?, image, *replicas);
            fs::write(output, text).writing(output)?;
            Ok(output.clone())
        }
    }
}

/// The server beside this program.
fn server() -> Result<PathBuf> {
    let name = format!("hotforge-serve{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join(&name)));
    beside.filter(|path| path.is_file()).ok_or_else(|| Error::Usage {
        message: format!("there is no {name} beside this program"),
        help: Some("In the repository `cargo build --release --bin hotforge-serve` builds it.".into()),
    })
}

/// The name of the bundle, which is that of its folder.
fn name(bundle: &Path) -> Result<String> {
    if !bundle.join("manifest.json").is_file() {
        return Err(Error::NotABundle { path: bundle.into(), reason: "it has no manifest.json".into() });
    }
    let absolute = bundle.canonicalize().reading(bundle)?;
    Ok(absolute.file_name().unwrap_or_default().to_string_lossy().into_owned())
}

fn write_image(bundle: &Path, output: &Path, server: &Path) -> Result<()> {
    let name = name(bundle)?;
    let copy = output.join(&name);
    fs::create_dir_all(&copy).writing(&copy)?;
    for entry in fs::read_dir(bundle).reading(bundle)?.flatten() {
        let target = copy.join(entry.file_name());
        fs::copy(entry.path(), &target).writing(&target)?;
    }
    let target = output.join("hotforge-serve");
    fs::copy(server, &target).writing(&target)?;
    let target = output.join("Dockerfile");
    fs::write(&target, dockerfile(&name)).writing(&target)
}

/// The C library of the image must be as new as the one that the bundle and the server were linked with.
fn dockerfile(name: &str) -> String {
    format!(
        "# Written by `hotforge export docker`. The base must have a C library as new as that of the machine that compiled.\n\
         ARG BASE=debian:stable-slim\n\
         FROM ${{BASE}}\n\
         RUN useradd --system --no-create-home hotforge\n\
         WORKDIR /app\n\
         COPY hotforge-serve ./\n\
         COPY {name}/ ./{name}/\n\
         USER hotforge\n\
         EXPOSE 8000\n\
         ENTRYPOINT [\"/app/hotforge-serve\", \"/app/{name}\", \"--host\", \"0.0.0.0\", \"--log\", \"json\", \"--no-reload\"]\n"
    )
}

fn deployment(name: &str, image: &str, replicas: u32) -> String {
    // Names of Kubernetes are made of small letters, digits and hyphens.
    let letters =
        name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' });
    let name: String = letters.collect::<String>().trim_matches('-').into();
    // JSON strings are strings of YAML, too.
    let image = serde_json::Value::from(image);
    format!(
        "# Written by `hotforge export k8s`. Keys of callers: kubectl create secret generic {name}-keys --from-literal=keys=KEY,KEY\n\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {name}
  labels: {{ app: {name} }}
spec:
  replicas: {replicas}
  selector:
    matchLabels: {{ app: {name} }}
  template:
    metadata:
      labels: {{ app: {name} }}
      annotations: {{ prometheus.io/scrape: \"true\", prometheus.io/port: \"8000\" }}
    spec:
      # Longer than the server's own --grace.
      terminationGracePeriodSeconds: 40
      securityContext: {{ runAsNonRoot: true, runAsUser: 10001 }}
      containers:
        - name: server
          image: {image}
          ports: [{{ name: http, containerPort: 8000 }}]
          env:
            - name: HOTFORGE_API_KEYS
              valueFrom: {{ secretKeyRef: {{ name: {name}-keys, key: keys }} }}
          readinessProbe: {{ httpGet: {{ path: /health/ready, port: http }}, periodSeconds: 5 }}
          livenessProbe: {{ httpGet: {{ path: /health/live, port: http }}, periodSeconds: 10 }}
          resources: {{ requests: {{ cpu: \"1\", memory: 512Mi }}, limits: {{ memory: 2Gi }} }}
          securityContext: {{ allowPrivilegeEscalation: false }}
---
apiVersion: v1
kind: Service
metadata:
  name: {name}
spec:
  selector: {{ app: {name} }}
  ports: [{{ name: http, port: 80, targetPort: http }}]
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_such_as_kubernetes_takes() {
        let text = deployment("Text_statistics", "registry/a:1", 3);
        assert!(
            text.contains("name: text-statistics\n")
                && text.contains("replicas: 3")
                && text.contains("image: \"registry/a:1\"")
        );
    }

    #[test]
    fn an_image_holds_the_bundle_and_the_server() {
        let folder = tempfile::tempdir().unwrap();
        let (bundle, output) = (folder.path().join("embed"), folder.path().join("image"));
        fs::create_dir(&bundle).unwrap();
        assert_eq!(write_image(&bundle, &output, Path::new("none")).unwrap_err().code(), "HF0940");
        fs::write(bundle.join("manifest.json"), "{}").unwrap();
        fs::write(folder.path().join("server"), "program").unwrap();
        write_image(&bundle, &output, &folder.path().join("server")).unwrap();
        assert!(output.join("embed/manifest.json").is_file() && output.join("hotforge-serve").is_file());
        assert!(fs::read_to_string(output.join("Dockerfile")).unwrap().contains("COPY embed/ ./embed/"));
    }
}
