using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ExchangeNamespace.Probes;

/// <summary>Banner, EHLO, STARTTLS, handshake, QUIT.</summary>
internal sealed class SmtpProbe : ISmtpProbe
{
    private const string Quit = "QUIT\r\n";
    private const int ServiceReady = 220;

    private delegate Task<SmtpObservation> Handshake(SmtpObservation seen, Stream stream, CancellationToken ended);

    /// <inheritdoc/>
    public async Task<SmtpObservation> ProbeAsync(ProbeTarget target, string helloName, TimeSpan timeout, CancellationToken cancel)
    {
        Stopwatch time = Stopwatch.StartNew();
        SmtpObservation first = await ConverseAsync(target, helloName, ShakeHandsAsync, timeout, cancel).ConfigureAwait(false);
        TimeSpan left = timeout - time.Elapsed;
        if (first.Tls is not { } tls || left <= TimeSpan.Zero || !ClearHandshake.IsWorth(tls))
        {
            return first;
        }

        SmtpObservation second = await ConverseAsync(target, helloName, (seen, stream, ended) => AskInClearAsync(seen, tls, stream, ended),
            left, cancel).ConfigureAwait(false);
        return first with { Tls = second.Tls ?? tls };
    }

    private static async Task<SmtpObservation> ConverseAsync(ProbeTarget target, string helloName, Handshake handshake, TimeSpan timeout,
        CancellationToken cancel)
    {
        using ProbeConnection connection = new(target.Address, target.Port, timeout, cancel);
        GuardedSmtpStream? guarded = null;
        try
        {
            using Stream stream = await connection.OpenAsync().ConfigureAwait(false);
            guarded = new GuardedSmtpStream(stream);
            return await TalkAsync(target, helloName, handshake, stream, guarded, connection.Ended).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            if (e is SmtpGuardException guard)
            {
                return Observe(target, guarded!, guard.Status) with { Detail = guard.Message };
            }

            if (connection.Judge(e, cancel) is { } fault)
            {
                SmtpStatus status = StatusOf(fault);
                return guarded is null ? new SmtpObservation { Target = target, Status = status, Stage = SmtpStage.Connect }
                    : Observe(target, guarded, status);
            }

            if (e is SmtpCommandException or SmtpProtocolException or IOException or ServiceNotConnectedException)
            {
                return Observe(target, guarded!, e is SmtpCommandException ? SmtpStatus.Rejected : SmtpStatus.NotSmtp);
            }

            throw;
        }
    }

    private static async Task<SmtpObservation> TalkAsync(
        ProbeTarget target, string helloName, Handshake handshake, Stream stream, GuardedSmtpStream guarded, CancellationToken ended)
    {
        using SmtpClient client = new() { LocalDomain = helloName };
        await client.ConnectAsync(guarded, target.ServerName ?? target.Address, target.Port, SecureSocketOptions.None, ended)
            .ConfigureAwait(false);
        SmtpObservation seen = Observe(target, guarded, SmtpStatus.Answered);
        if (!seen.Capabilities.Contains("STARTTLS"))
        {
            await LeaveAsync(client, ended).ConfigureAwait(false);
            return seen with { StartTls = StartTlsStatus.NotOffered, Stage = SmtpStage.Done };
        }

        // Not the STARTTLS of the library: its handshake lets the system fetch certificates from addresses that the server names.
        SmtpReply? reply = await guarded.AskAsync("STARTTLS\r\n", ended).ConfigureAwait(false);
        if (reply?.Code == ServiceReady)
        {
            return await handshake(seen, stream, ended).ConfigureAwait(false);
        }

        await LeaveAsync(client, ended).ConfigureAwait(false);
        return seen with
        {
            StartTls = StartTlsStatus.Failed,
            Stage = SmtpStage.StartTls,
            Detail = reply is null ? "the server closed the connection after STARTTLS"
                : $"STARTTLS was answered with {reply.Code} {reply.Lines[0]}",
        };
    }

    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancel).ConfigureAwait(false);
        }
        catch (Exception e)
            when (e is IOException or ObjectDisposedException or OperationCanceledException or SmtpProtocolException
                or SmtpCommandException)
        {
            // Everything has been seen.
        }
    }

    private static async Task<SmtpObservation> ShakeHandsAsync(SmtpObservation seen, Stream stream, CancellationToken ended)
    {
        using TlsHandshake handshake = new(stream, seen.Target);
        seen = seen with { StartTls = StartTlsStatus.Started, Stage = SmtpStage.StartTls };
        TlsObservation tls;
        try
        {
            tls = await handshake.RunAsync(ended).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return seen with { Tls = handshake.Observe(ended.IsCancellationRequested ? TlsStatus.Timeout : TlsStatus.Closed) };
        }

        if (tls.Status == TlsStatus.Answered)
        {
            try
            {
                await handshake.SendAsync(Quit, ended).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
            {
                // Everything has been seen.
            }
        }

        return seen with { Tls = tls, Stage = SmtpStage.Done };
    }

    private static async Task<SmtpObservation> AskInClearAsync(SmtpObservation seen, TlsObservation first, Stream stream,
        CancellationToken ended) =>
        seen with { Tls = ClearHandshake.Join(first,
            await ClearHandshake.RunAsync(stream, first.Target.ServerName, ended).ConfigureAwait(false)) };

    private static SmtpObservation Observe(ProbeTarget target, GuardedSmtpStream guarded, SmtpStatus status)
    {
        SmtpReply[] replies = [.. guarded.Transcript.Replies()];
        SmtpReply? hello = guarded.Stage >= SmtpStage.Hello ? replies.ElementAtOrDefault(1) : null;
        return new SmtpObservation
        {
            Target = target,
            Status = status,
            Stage = guarded.Stage,
            Detail = status == SmtpStatus.Rejected && replies.LastOrDefault() is { } last
                ? $"it answered {last.Code} {last.Lines[0]}" : string.Empty,
            RefusalCode = status == SmtpStatus.Rejected ? replies.LastOrDefault()?.Code : null,
            BannerCode = replies.FirstOrDefault()?.Code,
            Banner = replies.FirstOrDefault()?.Lines ?? [],
            Hello = hello?.Lines ?? [],
            Capabilities = [
                .. (hello?.Lines ?? []).Skip(1).Select(l => l.Trim().Split(' ')[0].ToUpperInvariant()).Where(k => k.Length > 0)],
        };
    }

    private static SmtpStatus StatusOf(ConnectionFault fault) => fault switch
    {
        ConnectionFault.Timeout => SmtpStatus.Timeout,
        ConnectionFault.Refused => SmtpStatus.Refused,
        ConnectionFault.Closed => SmtpStatus.Closed,
        ConnectionFault.None or ConnectionFault.Unreachable => SmtpStatus.Unreachable,
        _ => throw ClosedSet.Outside(fault),
    };
}
