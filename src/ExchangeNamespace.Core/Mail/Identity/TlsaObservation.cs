using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>What DNS says about the keys of an exchanger.</summary>
/// <param name="Exchanger">The exchanger.</param>
/// <param name="Records">Its TLSA records.</param>
/// <param name="IsProven">Whether the resolver has proved by signatures the records, the exchangers of the domain and the addresses of this
/// one.</param>
/// <param name="Authorities">The certificates after that of each server, read, by the address of the server.</param>
internal sealed record TlsaObservation(ExchangerObservation Exchanger, RecordLookup Records, bool IsProven,
    IReadOnlyDictionary<string, IReadOnlyList<CertificateFacts>> Authorities);
