using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation.Language;
using System.Threading;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Scripts;

namespace ExchangeNamespace.ScriptParsing;

/// <summary>
/// Reads a script with the parser of PowerShell into plain data. Nothing of it runs. The parser works on a thread of its own, which has a
/// stack that the text cannot exhaust and no runspace that it could use.
/// </summary>
internal sealed class ScriptReader
{
    private const int BaseStack = 4 * 1024 * 1024;

    /// <summary>More than the deepest chain takes for each character of the language (measured: below 300).</summary>
    private const int StackPerMark = 512;

    /// <summary>A text with so many quotes that do not match is read line by line from there on.</summary>
    private const int MostRestarts = 100;

    /// <summary>A script is not read more often than this on average; a script that needs more is made to keep the parser busy.</summary>
    private const int MostReadings = 8;

    private const int LeastWork = 4 * 1024 * 1024;

    private const string TooLong = "The rest of the script takes too long to be read.";

    /// <summary>What one reading costs before its first character, in characters.</summary>
    private const int WorkOfStart = 1024;

    private const int MostFaults = 2000;

    /// <summary>A stretch with more faults than this is not made longer in the hope that they go away.</summary>
    private const int FewFaults = 50;

    private readonly ScriptModel _model;
    private readonly SafeText _harmless;
    private readonly Func<bool> _isStopping;
    private readonly TimeSpan _end;
    private long _work;
    private int _restarts;

    private ScriptReader(string text, Func<bool> isStopping)
    {
        _model = new ScriptModel(text);
        _harmless = new SafeText(text);
        _model.Features.AddRange(_harmless.Usings.Select(u => new ScriptFeature(ShellFeature.UsingStatement, u)));
        _isStopping = isStopping;
        _end = ProcessorTime() + TimeSpan.FromSeconds(30 + (text.Length / 50_000));
        _work = LeastWork + (MostReadings * (long)text.Length);
    }

    /// <summary>Reads a script.</summary>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public static ScriptModel Read(string text, Func<bool> isStopping)
    {
        ScriptReader reader = new(text, isStopping);
        int position = reader._harmless.IsComplete ? 0 : reader.GiveUp(0, "The script contains too many different letters to be read.");
        while (position < text.Length)
        {
            if (isStopping())
            {
                throw new OperationCanceledException();
            }

            position = reader._model.Faults.Count < MostFaults
                ? reader.ReadStretch(position)
                : reader.GiveUp(position, $"The rest of the script was not read, because {MostFaults} faults come before it.");
        }

        return reader._model;
    }

    private int ReadStretch(int start)
    {
        string text = _model.Text;
        int end = _restarts > MostRestarts ? ScriptCutter.EndOfLine(text, start) : ScriptCutter.Cut(text, start, ScriptCutter.UsualLength);
        if (ScriptCutter.FindDenseLine(text, start, end) is { } dense)
        {
            if (dense.Start == start)
            {
                _model.Faults.Add(
                    new ScriptFault(ScriptFaultKind.NotAnalysed, new TextSpan(dense.Start, dense.Start),
                        "A line is too long and too tangled to be read."));
                return dense.End;
            }

            end = dense.Start;
        }

        int longest = end;
        while (true)
        {
            Parsed? parsed = Parse(start, end);
            if (parsed is null)
            {
                return GiveUp(start, TooLong);
            }

            bool isOpen = parsed.Errors.Any(e => e.IncompleteInput) && parsed.Errors.Length <= FewFaults;
            if (!isOpen || end == text.Length || _restarts > MostRestarts || end - start > ScriptCutter.LongestLength || end < longest)
            {
                return Accept(parsed, start, end);
            }

            end = ScriptCutter.Cut(text, end, end - start);
            longest = end;
            if (ScriptCutter.FindDenseLine(text, start, end) is { } further)
            {
                end = further.Start;
            }
        }
    }

    private int GiveUp(int start, string message)
    {
        _model.Faults.Add(new ScriptFault(ScriptFaultKind.NotAnalysed, new TextSpan(start, start), message));
        return _model.Text.Length;
    }

    /// <summary>Takes what was read, up to the line whose quote has swallowed the lines after it.</summary>
    private int Accept(Parsed parsed, int start, int end)
    {
        if (OpenQuote.Find(parsed.Tokens, parsed.Errors) is not { } quote)
        {
            Collect(parsed, start, end, openQuote: null);
            return end;
        }

        _restarts++;
        int lineEnd = ScriptCutter.EndOfLine(_model.Text, start + quote);
        if (Parse(start, lineEnd) is not { } part)
        {
            return GiveUp(start, TooLong);
        }

        Collect(part, start, lineEnd, start + quote);
        return lineEnd;
    }

    private void Collect(Parsed parsed, int start, int end, int? openQuote)
    {
        if (openQuote is { } quote)
        {
            _model.Faults.Add(new ScriptFault(ScriptFaultKind.UnbalancedQuote, new TextSpan(quote, quote + 1), string.Empty));
        }

        // After a broken line the closing half of a block that began in it means nothing.
        IEnumerable<ParseError> errors = parsed.Errors.Where(e =>
            !(openQuote is not null && e.IncompleteInput)
            && !(_restarts > 0 && e.ErrorId == "UnexpectedToken" && e.Extent.Text is "}" or ")"));
        OnDeepStack(() => new SyntaxCollector(_model, _harmless, start).Collect(parsed.Tree, parsed.Tokens, [.. errors]), start, end,
            isTimed: false);
    }

    private Parsed? Parse(int start, int end)
    {
        _work -= WorkOfStart + end - start;
        if (_work < 0)
        {
            return null;
        }

        Parsed? result = null;
        string piece = _harmless.Text.Substring(start, end - start);
        return OnDeepStack(() => result = new Parsed(Parser.ParseInput(piece, out Token[] tokens, out ParseError[] errors), tokens, errors),
            start, end, isTimed: true) ? result : null;
    }

    /// <summary>False when the time of the processor is used up; the thread then ends by itself.</summary>
    private bool OnDeepStack(Action action, int start, int end, bool isTimed)
    {
        int marks = Math.Min(ScriptCutter.CountMarks(_model.Text, start, end), ScriptCutter.LongestLength);
        Exception? failure = null;
        Thread thread = new(() =>
        {
            try
            {
                action();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failure = e;
            }
        }, BaseStack + (marks * StackPerMark))
        {
            IsBackground = true,
        };
        thread.Start();
        while (!thread.Join(50))
        {
            if (_isStopping())
            {
                throw new OperationCanceledException();
            }

            if (isTimed && ProcessorTime() > _end)
            {
                return false;
            }
        }

        if (failure is not null)
        {
            // The tree of a text that was too deep has holes.
            _model.Faults.Add(
                new ScriptFault(ScriptFaultKind.NotAnalysed, new TextSpan(start, start), "A part of the script cannot be read."));
        }

        return true;
    }

    /// <summary>What the process has worked: on a busy server the clock runs on while the parser waits for a processor.</summary>
    private static TimeSpan ProcessorTime()
    {
        using Process process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private sealed class Parsed(ScriptBlockAst tree, Token[] tokens, ParseError[] errors)
    {
        public ScriptBlockAst Tree { get; } = tree;

        public Token[] Tokens { get; } = tokens;

        public ParseError[] Errors { get; } = errors;
    }
}
