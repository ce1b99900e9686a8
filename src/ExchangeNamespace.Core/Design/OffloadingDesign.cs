using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>SSL offloading of Outlook Anywhere, where it is not what setup and the lines of each version give.</summary>
internal static class OffloadingDesign
{
    private const string Parameter = "SSLOffloading";

    public static void Add(DesignDraft draft)
    {
        ServerView[] servers = [.. draft.Servers
            .Where(s => AuthenticationDesign.Sets(draft, s, ClientService.OutlookAnywhere) && Captured(s) is not null)];
        bool isExcluded = draft.Servers.Any(s => s.Captured?.ExtendedProtection.Value == true);
        MethodVote<string>? vote = MethodVote<string>.Count(servers, isExcluded ? ["False"] : ["False", "True"],
            (server, said) => Captured(server) == (said is null ? Default(server) : bool.Parse(said)));
        if (vote?.Winner is { } winner)
        {
            draft.Put("SslOffloading", bool.Parse(winner), vote.Certainty, "Outlook Anywhere on " + NameList.Describe(vote.Supporters));
            if (bool.Parse(winner))
            {
                WithoutProtection(draft);
            }
        }

        AuthenticationDesign.Report(draft, ClientService.OutlookAnywhere, vote, s => $"{Parameter} {Captured(s)}");
    }

    /// <summary>Offloading works only where Extended Protection is off, which no capture shows.</summary>
    private static void WithoutProtection(DesignDraft draft)
    {
        foreach (ServerView server in draft.Servers.Where(s => s.Version is { } version && ExtendedProtection.IsTakenAsOn(version, null)))
        {
            draft.Put("ExtendedProtection", false, DesignCertainty.Guess,
                "SSL offloading is on, and no directory checks tokens: the server seems to be set up with /DoNotEnableEP",
                server: server.Name);
        }
    }

    private static bool? Captured(ServerView server) =>
        server.Find(ClientService.OutlookAnywhere)?.Setting(Parameter).Value is [{ } text] && bool.TryParse(text, out bool isOn)
            ? isOn : null;

    /// <summary>Up to 2010 the line switches it off; later setup leaves it on, where it does not switch Extended Protection on.</summary>
    private static bool Default(ServerView server)
    {
        AdditionalParameterDefault row = server.Dialect(ClientService.OutlookAnywhere)!.AdditionalParameters
            .First(c => c.Subject == AdditionalParameterSubject.SslOffloading);
        return row.Values is [{ } value] ? bool.Parse(value) : !ExtendedProtection.IsTakenAsOn(server.Version!, null);
    }
}
