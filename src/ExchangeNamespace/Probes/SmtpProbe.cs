using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Probes;

/// <summary>Banner, EHLO, STARTTLS, handshake, QUIT.</summary>
internal sealed class SmtpProbe : ISmtpProbe
{
    private const string Quit = "QUIT\r\n";
    private const int ServiceReady = 220;
    private const int Done = 250;

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
        SmtpDialogue? dialogue = null;
        try
        {
            using Stream stream = await connection.OpenAsync().ConfigureAwait(false);
            dialogue = new SmtpDialogue(stream);
            return await TalkAsync(target, helloName, handshake, stream, dialogue, connection.Ended).ConfigureAwait(false);
        }
        catch (SmtpDialogueException e)
        {
            return Observe(target, dialogue!, e.Status) with { Detail = e.Message };
        }
        catch (Exception e)
        {
            // Not in a filter: there the exception of a stopped probe would be lost.
            if (connection.Judge(e, cancel) is not { } fault)
            {
                throw;
            }

            SmtpStatus status = StatusOf(fault);
            return dialogue is null ? new SmtpObservation { Target = target, Status = status, Stage = SmtpStage.Connect }
                : Observe(target, dialogue, status);
        }
    }

    private static async Task<SmtpObservation> TalkAsync(
        ProbeTarget target, string helloName, Handshake handshake, Stream stream, SmtpDialogue dialogue, CancellationToken ended)
    {
        if ((await dialogue.BannerAsync(ended).ConfigureAwait(false)).Code != ServiceReady)
        {
            return Observe(target, dialogue, SmtpStatus.Rejected);
        }

        if ((await dialogue.HelloAsync(helloName, ended).ConfigureAwait(false)).Code != Done)
        {
            return Observe(target, dialogue, SmtpStatus.Rejected) with { Detail = "the server refuses EHLO" };
        }

        SmtpObservation seen = Observe(target, dialogue, SmtpStatus.Answered);
        if (!seen.Capabilities.Contains("STARTTLS"))
        {
            await LeaveAsync(dialogue, ended).ConfigureAwait(false);
            return seen with { StartTls = StartTlsStatus.NotOffered, Stage = SmtpStage.Done };
        }

        SmtpReply? reply = await AskForTlsAsync(dialogue, ended).ConfigureAwait(false);
        if (reply?.Code == ServiceReady)
        {
            return await handshake(seen, stream, ended).ConfigureAwait(false);
        }

        await LeaveAsync(dialogue, ended).ConfigureAwait(false);
        return seen with
        {
            StartTls = StartTlsStatus.Failed,
            Stage = SmtpStage.StartTls,
            Detail = reply is null ? "the server closed the connection after STARTTLS"
                : $"STARTTLS was answered with {reply.Code} {reply.Lines[0]}",
        };
    }

    /// <summary>The answer to STARTTLS; null when the server closes instead.</summary>
    private static async Task<SmtpReply?> AskForTlsAsync(SmtpDialogue dialogue, CancellationToken ended)
    {
        try
        {
            return await dialogue.StartTlsAsync(ended).ConfigureAwait(false);
        }
        catch (EndOfStreamException) when (!ended.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task LeaveAsync(SmtpDialogue dialogue, CancellationToken cancel)
    {
        try
        {
            await dialogue.QuitAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
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

    private static SmtpObservation Observe(ProbeTarget target, SmtpDialogue dialogue, SmtpStatus status)
    {
        IReadOnlyList<SmtpReply> replies = dialogue.Replies;
        IReadOnlyList<string> hello = replies.ElementAtOrDefault(1)?.Lines ?? [];
        SmtpReply? refusal = status == SmtpStatus.Rejected ? replies.LastOrDefault() : null;
        return new SmtpObservation
        {
            Target = target,
            Status = status,
            Stage = dialogue.Stage,
            Detail = refusal is null ? string.Empty : $"it answered {refusal.Code} {refusal.Lines[0]}",
            RefusalCode = refusal?.Code,
            BannerCode = replies.FirstOrDefault()?.Code,
            Banner = replies.FirstOrDefault()?.Lines ?? [],
            Hello = hello,
            Capabilities = [.. hello.Skip(1).Select(l => l.Trim().Split(' ')[0].ToUpperInvariant()).Where(k => k.Length > 0)],
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
