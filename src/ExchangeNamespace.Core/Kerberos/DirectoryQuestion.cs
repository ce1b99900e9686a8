using System;
using System.Collections.Generic;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Kerberos;

/// <summary>What a directory is asked, and under which limits.</summary>
internal sealed class DirectoryQuestion
{
    /// <summary>The port of LDAP without TLS.</summary>
    public const int LdapPort = 389;

    /// <summary>More accounts than ever share names: an answer with more is not read to its end.</summary>
    public const int MostAccounts = 2_000;

    /// <summary>Principal names of one account that are read; a domain controller has some fifty.</summary>
    public const int MostNames = 2_000;

    private const int LdapsPort = 636;
    private const int CataloguePort = 3268;
    private const int CatalogueTlsPort = 3269;

    /// <summary>The server that was named.</summary>
    public required ServerEndpoint Server { get; init; }

    /// <summary>The principal names.</summary>
    public required IReadOnlyCollection<string> Names { get; init; }

    /// <summary>The accounts that must have them, as <c>DOMAIN\NAME$</c>.</summary>
    public required IReadOnlyCollection<string> Accounts { get; init; }

    /// <summary>How long one answer may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Whether the port is one of TLS.</summary>
    public bool IsTls => Server.Port is LdapsPort or CatalogueTlsPort;

    /// <summary>Whether the port is that of the global catalogue, which holds the names of the whole forest.</summary>
    public bool IsCatalogue => Server.Port is CataloguePort or CatalogueTlsPort;
}
