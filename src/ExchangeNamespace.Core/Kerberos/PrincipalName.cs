using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Kerberos;

/// <summary>A service principal name that a plan needs.</summary>
internal sealed class PrincipalName
{
    /// <summary>The name, for example <c>http/mail.contoso.com</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The account that must have it.</summary>
    public required string Account { get; init; }

    /// <summary>The host.</summary>
    public required Fqdn Host { get; init; }

    /// <summary>The services that clients inside reach under the host.</summary>
    public required IReadOnlyList<ClientService> Services { get; init; }

    /// <summary>Whether servers of Exchange 2010 need it.</summary>
    public required bool IsLegacy { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
