//! The part of a URL that names a host.

use std::net::{Ipv4Addr, Ipv6Addr};

use unicode_normalization::UnicodeNormalization;

use crate::exception::{Fallible, value_error};
use crate::object::repr_text;
use crate::str::Str;

/// User and password, where the part names one.
pub fn user(netloc: &str) -> Option<(&str, Option<&str>)> {
    let (user, _) = netloc.rsplit_once('@')?;
    Some(match user.split_once(':') {
        Some((name, password)) => (name, Some(password)),
        None => (user, None),
    })
}

/// Name and port of the host; both may be empty.
pub fn host(netloc: &str) -> (&str, &str) {
    let host = netloc.rsplit_once('@').map_or(netloc, |(_, host)| host);
    match host.split_once('[') {
        Some((_, bracketed)) => {
            let (name, rest) = bracketed.split_once(']').unwrap_or((bracketed, ""));
            (name, rest.split_once(':').map_or("", |(_, port)| port))
        }
        None => host.split_once(':').unwrap_or((host, "")),
    }
}

/// The port of the host.
///
/// # Errors
/// `ValueError` where it is no number up to 65535.
pub fn port(netloc: &str) -> Fallible<Option<i64>> {
    let (_, port) = host(netloc);
    if port.is_empty() {
        return Ok(None);
    }
    if !port.bytes().all(|byte| byte.is_ascii_digit()) {
        let port = repr_text(&Str::from(port));
        return Err(value_error(format!("Port could not be cast to integer value as {port}")));
    }
    match port.trim_start_matches('0').parse::<i64>() {
        Ok(number @ 0..=65535) => Ok(Some(number)),
        Err(_) if port.bytes().all(|byte| byte == b'0') => Ok(Some(0)),
        _ => Err(value_error("Port out of range 0-65535")),
    }
}

/// What stands in brackets must be an address of IPv6, or of a version of the future.
///
/// # Errors
/// `ValueError` where it is not.
pub fn check_bracketed(host: &str) -> Fallible<()> {
    if let Some(future) = host.strip_prefix('v') {
        let fits = future.split_once('.').is_some_and(|(version, address)| {
            !version.is_empty()
                && version.bytes().all(|byte| byte.is_ascii_hexdigit())
                && !address.is_empty()
                && !address.contains('\n')
        });
        return if fits { Ok(()) } else { Err(value_error("IPvFuture address is invalid")) };
    }
    let (address, zone) = host.split_once('%').map_or((host, None), |(address, zone)| (address, Some(zone)));
    if host.parse::<Ipv4Addr>().is_ok() {
        return Err(value_error("An IPv4 address cannot be in brackets"));
    }
    let is_zone = zone.is_none_or(|zone| !zone.is_empty() && !zone.contains('%'));
    if is_zone && address.parse::<Ipv6Addr>().is_ok() {
        return Ok(());
    }
    let host = repr_text(&Str::from(host));
    Err(value_error(format!("{host} does not appear to be an IPv4 or IPv6 address")))
}

/// Characters that become a delimiter when they are normalized would lead to another host.
///
/// # Errors
/// `ValueError` where there is one.
pub fn check_normalized(netloc: &str) -> Fallible<()> {
    if netloc.is_ascii() {
        return Ok(());
    }
    let plain = netloc.replace(['@', ':', '#', '?'], "");
    let normalized: String = plain.nfkc().collect();
    if plain != normalized && normalized.contains(['/', '?', '#', '@', ':']) {
        return Err(value_error(format!("netloc '{netloc}' contains invalid characters under NFKC normalization")));
    }
    Ok(())
}
