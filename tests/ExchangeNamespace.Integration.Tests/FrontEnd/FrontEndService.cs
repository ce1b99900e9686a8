using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>The directories of the front end.</summary>
internal enum FrontEndService
{
    Root,
    Owa,
    Ecp,
    Ews,
    Mapi,
    Rpc,
    Oab,
    ActiveSync,
    Autodiscover,
    Api,
    PowerShell,
}

/// <summary>Which directory a path belongs to, and what each offers by default.</summary>
internal static class FrontEndPaths
{
    private static readonly Dictionary<FrontEndService, string> Directories = new()
    {
        [FrontEndService.Owa] = "/owa",
        [FrontEndService.Ecp] = "/ecp",
        [FrontEndService.Ews] = "/EWS",
        [FrontEndService.Mapi] = "/mapi",
        [FrontEndService.Rpc] = "/rpc",
        [FrontEndService.Oab] = "/OAB",
        [FrontEndService.ActiveSync] = "/Microsoft-Server-ActiveSync",
        [FrontEndService.Autodiscover] = "/Autodiscover",
        [FrontEndService.Api] = "/api",
        [FrontEndService.PowerShell] = "/PowerShell",
    };

    /// <summary>The directory of a service, without the slash at its end.</summary>
    public static string Of(FrontEndService service) => Directories[service];

    /// <summary>The directory of a path; upper and lower case are the same, as in IIS.</summary>
    public static FrontEndService? Find(string path) => path == "/" ? FrontEndService.Root
        : Directories.Where(d => path.Equals(d.Value, StringComparison.OrdinalIgnoreCase)
            || path.StartsWith(d.Value + "/", StringComparison.OrdinalIgnoreCase)).Select(d => (FrontEndService?)d.Key).FirstOrDefault();

    /// <summary>The schemes that setup leaves in front of a directory.</summary>
    public static IReadOnlyList<string> Schemes(FrontEndService service) => service switch
    {
        FrontEndService.Ews or FrontEndService.Mapi or FrontEndService.Oab or FrontEndService.Api => ["Negotiate", "NTLM"],
        FrontEndService.Rpc or FrontEndService.Autodiscover => ["Negotiate", "NTLM", "Basic"],
        FrontEndService.ActiveSync => ["Basic"],
        FrontEndService.Root or FrontEndService.Owa or FrontEndService.Ecp or FrontEndService.PowerShell => [],
        _ => throw new ArgumentOutOfRangeException(nameof(service)),
    };
}
