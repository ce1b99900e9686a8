using System.Collections.Generic;

namespace ExchangeNamespace.Certificates;

/// <summary>The ways in which a name may leave a certificate.</summary>
internal static class NameWays
{
    public static readonly IReadOnlyList<NameWay> All = [NameWay.Srv, NameWay.HttpRedirect, NameWay.Wildcard, NameWay.InternalUrl,
        NameWay.MailHost];
}
