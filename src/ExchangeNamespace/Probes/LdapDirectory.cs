using System;
using System.Collections.Generic;
using System.DirectoryServices.Protocols;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Kerberos;

namespace ExchangeNamespace.Probes;

/// <summary>
/// Asks one directory server by LDAP, reading only. No referral is followed, so no other server is contacted; every list is bounded, and
/// no password goes over the network in clear.
/// </summary>
internal sealed class LdapDirectory(DirectoryQuestion question, NetworkCredential? credential)
{
    private const int Page = 200;
    private const int Batch = 40;
    private const int InvalidCredentials = 49;
    private const int TimeLimit = 85;
    private const long DisabledFlag = 2;
    private const string Names = "servicePrincipalName";
    private const string Keys = "msDS-SupportedEncryptionTypes";
    private const string Password = "pwdLastSet";
    private const string Flags = "userAccountControl";
    private const string Sam = "sAMAccountName";
    private const string Domains = "(&(objectClass=crossRef)(nETBIOSName=*))";

    /// <summary>Asks everything.</summary>
    /// <exception cref="DirectoryQuestionException">The server does not answer as a directory, or refuses the sign-in.</exception>
    public DirectoryAnswer Ask(CancellationToken cancel)
    {
        Reach(cancel);
        using LdapConnection connection = Connect();
        bool isSignedIn = false;
        try
        {
            WithinTime(() => connection.Bind(), cancel);
            isSignedIn = true;
            return Ask(connection, cancel);
        }
        catch (Exception e) when (e is LdapException or DirectoryOperationException or PlatformNotSupportedException)
        {
            throw Fault(e, isSignedIn);
        }
    }

    private DirectoryAnswer Ask(LdapConnection connection, CancellationToken cancel)
    {
        SearchResultEntry root = Search(connection, string.Empty, "(objectClass=*)", SearchScope.Base, cancel,
            "defaultNamingContext", "configurationNamingContext").FirstOrDefault() ?? throw NoDirectory(null);
        string domain = Text(root, "defaultNamingContext") ?? throw NoDirectory(null);
        string configuration = Text(root, "configurationNamingContext") ?? throw NoDirectory(null);
        (string Dn, string NetBios)[] domains = [.. Search(connection, configuration,
            Domains,
            SearchScope.Subtree, cancel, "nCName", "nETBIOSName")
            .Select(e => (Text(e, "nCName") ?? string.Empty, Text(e, "nETBIOSName") ?? string.Empty))];
        string start = question.IsCatalogue ? string.Empty : domain;
        Dictionary<string, DirectoryAccount?> accounts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string account in question.Accounts)
        {
            accounts[account] = Find(connection, account, start, domains, cancel);
        }

        List<DirectoryAccount> holders = [];
        string[] names = [.. question.Names];
        for (int at = 0; at < names.Length; at += Batch)
        {
            string filter = LdapFilter.AnyOf(Names, names.Skip(at).Take(Batch));
            holders.AddRange(Search(connection, start, filter, SearchScope.Subtree, cancel, Names).Select(Account));
        }

        return new DirectoryAnswer
        {
            Holders = holders,
            Accounts = accounts,
            IsForest = question.IsCatalogue || domains.Length == 1,
            HasKeys = !question.IsCatalogue,
        };
    }

    private DirectoryAccount? Find(LdapConnection connection, string account, string start, (string Dn, string NetBios)[] domains,
        CancellationToken cancel)
    {
        int slash = account.IndexOf('\\');
        string netBios = account.Substring(0, slash);
        string? domain = domains.Where(d => string.Equals(d.NetBios, netBios, StringComparison.OrdinalIgnoreCase)).Select(d => d.Dn)
            .FirstOrDefault();
        if (domain is null || (start.Length > 0 && !string.Equals(domain, start, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DirectoryQuestionException(FaultIds.DirectoryOfOtherDomain,
                $"{question.Server} serves no domain {netBios}, in which {account} is. Its domains are "
                    + $"{string.Join(", ", domains.Select(d => d.NetBios))}; ask a server of the domain.");
        }

        return Search(connection, domain, LdapFilter.Equal(Sam, account.Substring(slash + 1)), SearchScope.Subtree, cancel, Names, Keys,
            Password, Flags).Select(Account).FirstOrDefault();
    }

    /// <summary>
    /// Whether a server listens at all: the library says the same about that, another protocol and an untrusted certificate.
    /// </summary>
    private void Reach(CancellationToken cancel)
    {
        using TcpClient client = new();
        try
        {
            WithinTime(() => client.ConnectAsync(question.Server.Host, question.Server.Port).GetAwaiter().GetResult(), cancel);
        }
        catch (SocketException e)
        {
            throw new DirectoryQuestionException(FaultIds.DirectoryUnreachable, $"{question.Server} cannot be reached: {e.Message}", e);
        }
    }

    private LdapConnection Connect()
    {
        if (credential is not null && !question.IsTls && !RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            throw new DirectoryQuestionException(FaultIds.DirectoryNeedsTls,
                $"With -Credential a password would go there in clear. Give the port of LDAPS, {question.Server.Host}:636, or "
                    + "leave -Credential out and use a Kerberos ticket (kinit).");
        }

        LdapConnection connection = new(new LdapDirectoryIdentifier(question.Server.Host, question.Server.Port,
            fullyQualifiedDnsHostName: !question.Server.IsAddress, connectionless: false))
        {
            AuthType = credential is not null && question.IsTls ? AuthType.Basic : AuthType.Negotiate,
            AutoBind = false,
            Timeout = question.Timeout,
        };
        if (credential is not null)
        {
            connection.Credential = credential;
        }

        connection.SessionOptions.ProtocolVersion = 3;
        connection.SessionOptions.ReferralChasing = ReferralChasingOptions.None;
        if (question.IsTls)
        {
            connection.SessionOptions.SecureSocketLayer = true;
        }
        else if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            connection.SessionOptions.Signing = true;
            connection.SessionOptions.Sealing = true;
        }

        return connection;
    }

    private IReadOnlyList<SearchResultEntry> Search(LdapConnection connection, string start, string filter, SearchScope scope,
        CancellationToken cancel, params string[] attributes)
    {
        List<SearchResultEntry> found = [];
        int pages = 0;
        PageResultRequestControl page = new(Page);
        SearchRequest request = new(start, filter, scope, attributes) { TimeLimit = question.Timeout };
        if (scope != SearchScope.Base)
        {
            request.Controls.Add(page);
        }

        do
        {
            cancel.ThrowIfCancellationRequested();
            SearchResponse response = WithinTime(() => (SearchResponse)connection.SendRequest(request, question.Timeout), cancel);
            found.AddRange(response.Entries.Cast<SearchResultEntry>());
            page.Cookie = response.Controls.OfType<PageResultResponseControl>().FirstOrDefault()?.Cookie ?? [];
            if (found.Count + pages++ > DirectoryQuestion.MostAccounts)
            {
                throw new DirectoryQuestionException(FaultIds.InputOverLimit,
                    $"{question.Server} answers with more than {DirectoryQuestion.MostAccounts} accounts or pages, which no directory has "
                        + "for these names. Nothing of it is used.");
            }
        }
        while (page.Cookie.Length > 0);
        return found;
    }

    private static DirectoryAccount Account(SearchResultEntry entry) => new(entry.DistinguishedName, Texts(entry, Names))
    {
        EncryptionTypes = int.TryParse(Text(entry, Keys), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int types)
            ? types : null,
        PasswordSet = long.TryParse(Text(entry, Password), NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) && ticks > 0
            && ticks < DateTime.MaxValue.ToFileTimeUtc() ? DateTime.FromFileTimeUtc(ticks) : null,
        IsDisabled = long.TryParse(Text(entry, Flags), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long flags)
            ? (flags & DisabledFlag) != 0 : null,
    };

    private static string? Text(SearchResultEntry entry, string attribute) => Texts(entry, attribute).FirstOrDefault();

    private static string[] Texts(SearchResultEntry entry, string attribute) => !entry.Attributes.Contains(attribute) ? []
        : [.. entry.Attributes[attribute].GetValues(typeof(string)).OfType<string>().Take(DirectoryQuestion.MostNames)];

    private void WithinTime(Action work, CancellationToken cancel) => WithinTime(() =>
    {
        work();
        return true;
    }, cancel);

    /// <summary>The library waits for a silent server without end on some systems, so the work runs on a thread that can be left.</summary>
    private T WithinTime<T>(Func<T> work, CancellationToken cancel)
    {
        Task<T> task = Task.Run(work, cancel);
        try
        {
            return task.Wait((int)question.Timeout.TotalMilliseconds, cancel) ? task.Result
                : throw new DirectoryQuestionException(FaultIds.DirectoryTimeout,
                    $"{question.Server} gave no answer in time. Give -Timeout more seconds, or the port of another service was named.");
        }
        catch (AggregateException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e.InnerException!).Throw();
            throw;
        }
    }

    private DirectoryQuestionException Fault(Exception cause, bool isSignedIn) => cause switch
    {
        LdapException { ErrorCode: InvalidCredentials } => new DirectoryQuestionException(FaultIds.DirectoryRefused,
            $"{question.Server} refuses the sign-in: the name or the password is wrong, or the account may not sign in.", cause),
        LdapException { ErrorCode: TimeLimit } => new DirectoryQuestionException(FaultIds.DirectoryTimeout,
            $"{question.Server} gave no answer in time. Give -Timeout more seconds.", cause),
        LdapException when isSignedIn => new DirectoryQuestionException(FaultIds.DirectoryUnreachable,
            $"{question.Server} took the sign-in and then gave no whole answer. Ask again, or ask another server of the domain. "
                + cause.Message, cause),
        LdapException when question.IsTls => new DirectoryQuestionException(FaultIds.DirectoryUnreachable,
            $"{question.Server} listens, but no LDAPS session came about: this machine does not trust its certificate, the certificate has "
                + $"another name than {question.Server.Host}, or it is no directory. {cause.Message}", cause),
        LdapException when credential is null => new DirectoryQuestionException(FaultIds.DirectoryRefused,
            $"{question.Server} listens, but no sign-in came about: it is no directory, or this session has no Kerberos ticket. Use kinit, "
                + $"or -Credential with port 636. {cause.Message}", cause),
        _ => NoDirectory(cause),
    };

    private DirectoryQuestionException NoDirectory(Exception? cause) => new(FaultIds.DirectoryUnreachable,
        $"{question.Server} does not answer as a directory of Windows." + (cause is null ? string.Empty : " " + cause.Message), cause);
}
