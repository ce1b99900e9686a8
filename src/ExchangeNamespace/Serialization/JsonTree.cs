using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;
using Newtonsoft.Json;

namespace ExchangeNamespace.Serialization;

/// <summary>
/// Reads JSON into texts, Booleans, <see cref="long"/>, <see cref="double"/>, null, lists and dictionaries. The library accepts more than
/// RFC 8259 (comments, single quotes, octal numbers, final commas, bare control characters, escaped apostrophes, other white space); all
/// of that is refused here, and dates stay text.
/// </summary>
internal sealed class JsonTree : IDisposable
{
    private static readonly Regex Number = new(@"\A-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant);

    private readonly string _text;
    private readonly StringComparer _names;
    private readonly ICollection<InputFault> _faults;
    private readonly JsonTextReader _reader;
    private readonly CancellationToken _cancel;
    private readonly List<string> _path = [];
    private int _values;
    private int _line = 1;
    private int _lineStart;

    private JsonTree(string text, StringComparer names, ICollection<InputFault> faults, CancellationToken cancel)
    {
        _text = text;
        _cancel = cancel;
        _names = names;
        _faults = faults;
        _reader = new JsonTextReader(new StringReader(text))
        {
            Culture = CultureInfo.InvariantCulture,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
        };
    }

    /// <summary>Reads a document whose root is an object.</summary>
    /// <param name="text">The document.</param>
    /// <param name="names">How member names compare.</param>
    /// <param name="faults">Receives what was refused.</param>
    /// <param name="cancel">Ends it between two values.</param>
    /// <returns>The members of the root; null when the text is no such document.</returns>
    public static Dictionary<string, object?>? Read(string text, StringComparer names, ICollection<InputFault> faults,
        CancellationToken cancel = default)
    {
        using JsonTree tree = new(text, names, faults, cancel);
        try
        {
            object? root = tree.ReadDocument();
            if (root is Dictionary<string, object?> members)
            {
                return members;
            }

            faults.Add(new InputFault(FaultIds.MemberWrongType, string.Empty, null,
                "The document is not an object: it must begin with { and name its members."));
        }
        catch (OverLimitException exception)
        {
            faults.Add(new InputFault(
                FaultIds.InputOverLimit, string.Empty, null,
                $"The file has {exception.Message}, more than a file of this module has. Is it the right file?"));
        }
        catch (JsonReaderException exception)
        {
            string line = Math.Max(1, exception.LineNumber).ToString(CultureInfo.InvariantCulture);
            string column = exception.LinePosition.ToString(CultureInfo.InvariantCulture);
            faults.Add(new InputFault(FaultIds.JsonInvalid, exception.Path ?? string.Empty, null,
                $"Not JSON at line {line}, column {column}: {VisibleText.Short(Reason(exception))} Write the file again, or mend "
                    + "it there."));
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)_reader).Dispose();

    /// <summary>The library puts the place behind the reason, in words of its own.</summary>
    private static string Reason(JsonReaderException exception)
    {
        int place = exception.Message.LastIndexOf(" Path '", StringComparison.Ordinal);
        return place < 0 ? exception.Message : exception.Message.Substring(0, place);
    }

    private object? ReadDocument()
    {
        Advance();
        object? root = ReadValue();
        // The library leaves out a last character that stands behind a carriage return.
        for (int i = Offset(); i < _text.Length; i++)
        {
            if (_text[i] is not (' ' or '\t' or '\r' or '\n'))
            {
                throw Refuse("Something follows the end of the document.");
            }
        }

        RefuseForeignCharacters();
        return root;
    }

    /// <summary>The document is otherwise sound by now, so that a quote begins or ends a text.</summary>
    private void RefuseForeignCharacters()
    {
        bool isText = false;
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < _text.Length; i++)
        {
            if ((isText ? ForeignInText(i) : ForeignBetweenValues(_text[i])) is { } reason)
            {
                throw new JsonReaderException(reason, string.Empty, line, i - lineStart + 1, innerException: null);
            }

            char c = _text[i];
            i += isText && c == '\\' ? 1 : 0;
            isText ^= c == '"';
            (line, lineStart) = c == '\n' ? (line + 1, i + 1) : (line, lineStart);
        }
    }

    /// <summary>Control characters in texts are escapes, and an apostrophe needs none (RFC 8259, 7).</summary>
    private string? ForeignInText(int place) => _text[place] switch
    {
        < ' ' => "A text has a line break or another control character; an escape stands for it, such as \\n.",
        '\\' when _text[place + 1] == '\'' => "A text has a backslash before an apostrophe; write the apostrophe without it.",
        _ => null,
    };

    /// <summary>Between values stand ASCII and four kinds of white space (RFC 8259, 2).</summary>
    private static string? ForeignBetweenValues(char c) => c is (>= ' ' and <= '~') or '\t' or '\r' or '\n'
        ? null
        : "A character stands between values that is neither of JSON nor white space.";

    private void Advance()
    {
        if (!_reader.Read())
        {
            throw Refuse("The document ends too early.");
        }
    }

    private object? ReadValue()
    {
        _cancel.ThrowIfCancellationRequested();
        if (++_values > FileLimits.PlanValues)
        {
            throw new OverLimitException($"more than {FileLimits.PlanValues.ToString(CultureInfo.InvariantCulture)} values");
        }

        if (_reader.TokenType is JsonToken.StartObject or JsonToken.StartArray && _reader.Depth >= FileLimits.PlanDepth)
        {
            throw new OverLimitException($"lists and objects more than {FileLimits.PlanDepth.ToString(CultureInfo.InvariantCulture)} deep");
        }

        switch (_reader.TokenType)
        {
            case JsonToken.StartObject:
                return ReadObject();
            case JsonToken.StartArray:
                return ReadList();
            case JsonToken.String when _reader.QuoteChar == '"':
                return (string)_reader.Value!;
            case JsonToken.Integer when _reader.Value is long && IsPlainNumber():
                return _reader.Value;
            case JsonToken.Float when IsPlainNumber():
                return _reader.Value;
            case JsonToken.Boolean:
                return _reader.Value;
            case JsonToken.Null:
                return null;
            default:
                throw Refuse("Expected a text in double quotes, a number, true, false, null, a list or an object, and no comment.");
        }
    }

    private Dictionary<string, object?> ReadObject()
    {
        Dictionary<string, object?> members = new(_names);
        for (Advance(); _reader.TokenType != JsonToken.EndObject; Advance())
        {
            if (_reader.TokenType != JsonToken.PropertyName || _reader.QuoteChar != '"')
            {
                throw Refuse("Expected a member name in double quotes, and no comment.");
            }

            string name = (string)_reader.Value!;
            Advance();
            _path.Add(name);
            object? value = ReadValue();
            if (members.ContainsKey(name))
            {
                string inner = Place();
                _faults.Add(new InputFault(FaultIds.MemberDuplicate, inner, name, $"{inner} stands twice. Keep one."));
            }

            _path.RemoveAt(_path.Count - 1);
            members[name] = value;
        }

        RefuseFinalComma();
        return members;
    }

    private List<object?> ReadList()
    {
        List<object?> items = [];
        for (Advance(); _reader.TokenType != JsonToken.EndArray; Advance())
        {
            items.Add(ReadValue());
        }

        RefuseFinalComma();
        return items;
    }

    /// <summary>
    /// The names that lead to the value at hand. Places in lists are left out: a text for each of them would cost more than the values.
    /// </summary>
    private string Place() => string.Join(".", _path.Select(VisibleText.Short));

    private bool IsPlainNumber()
    {
        int end = Offset();
        int start = end;
        while (start > 0 && _text[start - 1] is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '+' or '-' or '.')
        {
            start--;
        }

        return Number.IsMatch(_text.Substring(start, end - start))
            && _reader.Value is not double.PositiveInfinity and not double.NegativeInfinity;
    }

    private void RefuseFinalComma()
    {
        int last = Offset() - 2;
        while (last >= 0 && char.IsWhiteSpace(_text[last]))
        {
            last--;
        }

        if (last >= 0 && _text[last] == ',')
        {
            throw Refuse("A comma stands after the last item.");
        }
    }

    /// <summary>Where the reader stands in the text; it tells line and column only.</summary>
    private int Offset()
    {
        while (_line < _reader.LineNumber)
        {
            int end = _text.IndexOfAny(['\r', '\n'], _lineStart);
            _lineStart = end + (_text[end] == '\r' && end + 1 < _text.Length && _text[end + 1] == '\n' ? 2 : 1);
            _line++;
        }

        return _lineStart + _reader.LinePosition;
    }

    private JsonReaderException Refuse(string message) =>
        new(message, _reader.Path, _reader.LineNumber, _reader.LinePosition, innerException: null);

    /// <summary>The document has too many values, or too many levels.</summary>
    private sealed class OverLimitException(string what) : Exception(what);
}
