//! The models that are served.

use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use anyhow::{Context, bail};
use hotforge::openai::{Interface, Problem, now};
use hotforge::{Library, Predictor};

use crate::batch::Batcher;
use crate::gate::Gate;
use crate::settings::{Bundle, Settings};
use crate::snapshot::{Fingerprint, Snapshot};

/// A predictor under the name that callers use.
#[derive(Debug)]
pub struct Model {
    /// The name.
    pub name: String,
    /// What is called.
    pub predictor: Predictor,
    /// The part of the API that it serves.
    pub interface: Option<Interface>,
    /// Where it makes embeddings, what gathers requests.
    pub batcher: Option<Arc<Batcher>>,
    /// When it was loaded, in seconds since 1970.
    pub created: u64,
}

/// All models, by bundle.
#[derive(Debug)]
pub struct Registry {
    bundles: Vec<Loaded>,
    gate: Gate,
    batch: Option<usize>,
    concurrency: usize,
    copies: tempfile::TempDir,
    copied: AtomicU64,
}

#[derive(Debug)]
struct Loaded {
    bundle: Bundle,
    served: RwLock<Served>,
    /// What was loaded, or could not be.
    seen: Mutex<Option<Fingerprint>>,
}

/// What a bundle was when it was loaded.
#[derive(Debug, Default)]
struct Served {
    models: Vec<Arc<Model>>,
    digest: Option<blake3::Hash>,
}

impl Registry {
    /// Loads the bundles.
    ///
    /// # Errors
    /// Where one cannot be loaded, or two models have one name.
    pub fn load(settings: &Settings, gate: &Gate) -> anyhow::Result<Self> {
        let loaded =
            |bundle: &Bundle| Loaded { bundle: bundle.clone(), served: RwLock::default(), seen: Mutex::default() };
        let registry = Self {
            bundles: settings.bundles.iter().map(loaded).collect(),
            gate: gate.clone(),
            batch: settings.batch,
            concurrency: settings.concurrency,
            copies: tempfile::Builder::new()
                .prefix("hotforge-serve-")
                .tempdir()
                .context("cannot make a temporary folder")?,
            copied: AtomicU64::new(0),
        };
        for loaded in &registry.bundles {
            *lock(&loaded.seen) = Fingerprint::of(&loaded.bundle.path);
            let snapshot = registry.copy(&loaded.bundle)?;
            let served = registry.open(&loaded.bundle, &snapshot)?;
            for model in &served.models {
                if registry.find(&model.name).is_some() {
                    bail!(
                        "two models are called {}: give one bundle another name, as in NAME={}",
                        model.name,
                        loaded.bundle.path.display()
                    );
                }
            }
            *loaded.served.write().unwrap_or_else(PoisonError::into_inner) = served;
        }
        Ok(registry)
    }

    /// All models.
    pub fn all(&self) -> Vec<Arc<Model>> {
        let models = |loaded: &Loaded| loaded.served().models.clone();
        self.bundles.iter().flat_map(models).collect()
    }

    /// The model of a name.
    pub fn find(&self, name: &str) -> Option<Arc<Model>> {
        self.all().into_iter().find(|model| model.name == name)
    }

    /// The model that a request names.
    ///
    /// # Errors
    /// 404 where there is none of that name.
    pub fn named(&self, name: &str) -> Result<Arc<Model>, Problem> {
        self.find(name).ok_or_else(|| {
            let names: Vec<String> = self.all().iter().map(|model| model.name.clone()).collect();
            let message = format!("there is no model {name:?}; there are {}", names.join(", "));
            let problem = Problem::new(404, "invalid_request_error", "model_not_found", message);
            Problem { param: Some("model".into()), ..problem }
        })
    }

    /// Loads the bundles that have changed. A bundle that cannot be loaded leaves the models as they were, as does one that was
    /// written again as it was: a library that was loaded stays in memory.
    pub fn reload(&self) {
        for loaded in &self.bundles {
            let Some(found) = Fingerprint::of(&loaded.bundle.path) else { continue };
            if lock(&loaded.seen).as_ref() == Some(&found) {
                continue;
            }
            *lock(&loaded.seen) = Some(found);
            let path = loaded.bundle.path.display();
            match self.renew(loaded) {
                Ok(true) => {
                    tracing::info!(bundle = %path, "the bundle has changed and is served as it is now");
                    metrics::counter!("hotforge_reloads_total").increment(1);
                }
                Ok(false) => tracing::info!(bundle = %path, "the bundle was written again as it was"),
                Err(error) => {
                    tracing::error!(bundle = %path, "the bundle has changed and cannot be loaded; the old one goes on: {error:#}");
                }
            }
        }
    }

    /// Serves a bundle as it is now; tells whether that is anything else than before.
    fn renew(&self, loaded: &Loaded) -> anyhow::Result<bool> {
        let snapshot = self.copy(&loaded.bundle)?;
        if Some(snapshot.digest) == loaded.served().digest {
            // It is in the way of nothing but space.
            let _ = fs::remove_dir_all(&snapshot.folder);
            return Ok(false);
        }
        let served = self.open(&loaded.bundle, &snapshot)?;
        *loaded.served.write().unwrap_or_else(PoisonError::into_inner) = served;
        Ok(true)
    }

    fn copy(&self, bundle: &Bundle) -> anyhow::Result<Snapshot> {
        let number = self.copied.fetch_add(1, Ordering::Relaxed);
        Snapshot::take(&bundle.path, self.copies.path().join(number.to_string()))
    }

    fn open(&self, bundle: &Bundle, snapshot: &Snapshot) -> anyhow::Result<Served> {
        let library = Library::load(&snapshot.library)?;
        let predictors = library.predictors();
        let is_only = predictors.len() == 1;
        let models = predictors.into_iter().map(|predictor| self.model(bundle, predictor, is_only)).collect();
        Ok(Served { models, digest: Some(snapshot.digest) })
    }

    fn model(&self, bundle: &Bundle, predictor: Predictor, is_only: bool) -> Arc<Model> {
        let own = &predictor.described().name;
        let name = match &bundle.name {
            None => own.clone(),
            Some(name) if is_only => name.clone(),
            Some(name) => format!("{name}/{own}"),
        };
        let interface = Interface::of(predictor.described());
        let batcher = match &interface {
            Some(Interface::Embeddings(roles)) => {
                let (gate, roles) = (self.gate.clone(), roles.clone());
                let most = self.batch.or_else(|| roles.batch()).unwrap_or(1);
                Some(Batcher::new(predictor.clone(), roles, gate, most, self.concurrency))
            }
            _ => None,
        };
        Arc::new(Model { name, predictor, interface, batcher, created: now() })
    }
}

impl Loaded {
    fn served(&self) -> RwLockReadGuard<'_, Served> {
        self.served.read().unwrap_or_else(PoisonError::into_inner)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
