using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Judges a sender by SPF as a receiver does, with every step, and says what the record costs.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SpfSender")]
[OutputType(typeof(SpfSenderResult), typeof(bool))]
public sealed class TestSpfSenderCommand : SpfCmdlet, ICheckCommand
{
    private readonly List<SpfSender> _senders = [];
    private (string?, string?)? _judged;
    private bool _hasSender;

    /// <summary>The addresses that the mail comes from.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? IPAddress { get; set; }

    /// <summary>The sender of the envelope: a mail address or a domain.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? MailFrom { get; set; }

    /// <summary>The name that the sending server gives with HELO or EHLO.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? HelloName { get; set; }

    /// <summary>The record of the domain, which is then not asked for.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Record { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_judged != (MailFrom, HelloName))
        {
            _judged = (MailFrom, HelloName);
            _hasSender = HasSender();
        }

        if (!_hasSender)
        {
            return;
        }

        foreach (string? text in IPAddress ?? [string.Empty])
        {
            if (SpfSender.TryReadAddress(text, out System.Net.IPAddress? address))
            {
                _senders.Add(SpfSender.Of(address, MailFrom, HelloName));
            }
            else
            {
                WriteFaults([new InputFault(FaultIds.AddressInvalid, nameof(IPAddress), text, AddressSyntax.Refusal(text))]);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Judge();
        WriteAnswer();
    }

    private void Judge()
    {
        if (_senders.Count == 0 || OpenDns(isNeeded: Record is null) is not { } dns)
        {
            return;
        }

        SpfEvaluator evaluator = new(dns, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        try
        {
            foreach (SpfSenderResult result in RunChecks(_senders, (s, cancel) => evaluator.EvaluateAsync(s, Record, cancel),
                "Judging senders by SPF").Where(IsShown))
            {
                WriteNewFindings(result.Findings);
                WriteObject(result);
            }
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Whether the record names a domain to judge; the same wrong names on many records are one error.</summary>
    private bool HasSender()
    {
        if (string.IsNullOrEmpty(MailFrom) && string.IsNullOrEmpty(HelloName))
        {
            WriteFaults([
                new InputFault(FaultIds.MemberMissing, nameof(MailFrom), MailFrom,
                    "Neither -MailFrom nor -HelloName is given, so there is no domain to judge.")]);
            return false;
        }

        return IsShort(MailFrom, nameof(MailFrom)) & IsShort(HelloName, nameof(HelloName));
    }

    private bool IsShort(string? text, string parameter)
    {
        if (text?.Length > SpfSender.LongestText)
        {
            WriteFaults([
                new InputFault(FaultIds.ValueOutOfRange, parameter, text,
                    $"-{parameter} has {text.Length} characters; no mail address and no host name has more than "
                        + $"{SpfSender.LongestText}.")]);
            return false;
        }

        return true;
    }
}
