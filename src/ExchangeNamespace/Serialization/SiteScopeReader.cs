using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Serialization;

/// <summary>Reads the site scope of a site or an assignment: absent, or at least one site name.</summary>
internal static class SiteScopeReader
{
    private const string Name = "siteScope";

    public static IReadOnlyList<string>? Read(MemberReader members)
    {
        IReadOnlyList<string>? scope = members.Texts(Name);
        if (scope is { Count: 0 })
        {
            members.Refuse(FaultIds.ValueOutOfRange, Name, null,
                "is empty. Leave it out to keep the present scope, or name at least one site.");
        }

        if (scope?.FirstOrDefault(s => !SiteName.IsValid(s)) is { } bad)
        {
            members.Refuse(FaultIds.SiteNameInvalid, Name, bad, SiteName.Refusal(bad));
        }

        return scope;
    }
}
