using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ExchangeNamespace.Probing;

/// <summary>How far the bytes of a response have got.</summary>
internal enum HttpReading
{
    /// <summary>More bytes are needed.</summary>
    Incomplete,

    /// <summary>The response is there.</summary>
    Complete,

    /// <summary>It is no response, or beyond the limits.</summary>
    Malformed,
}

/// <summary>Reads a response of HTTP/1 (RFC 9112) from the bytes that have come so far. Everything in it is bounded.</summary>
internal static class HttpResponseReader
{
    /// <summary>The longest head, and the most that is kept of a body.</summary>
    public const int LongestHead = 32 * 1024;
    public const int LongestBody = 256 * 1024;

    private const int MostHeaders = 100;
    private const int MostInterim = 8;

    /// <param name="bytes">The buffer.</param>
    /// <param name="count">How much of it is filled.</param>
    /// <param name="ended">Whether the server has closed the connection.</param>
    /// <param name="response">The response.</param>
    public static HttpReading TryRead(byte[] bytes, int count, bool ended, out HttpResponse? response)
    {
        response = null;
        int start = 0;
        for (int interim = 0; interim <= MostInterim; interim++)
        {
            int body = FindBody(bytes, start, count);
            if (body < 0)
            {
                return ended || count - start > LongestHead ? HttpReading.Malformed : HttpReading.Incomplete;
            }

            if (body - start > LongestHead
                || ReadHead(Encoding.GetEncoding("iso-8859-1").GetString(bytes, start, body - start)) is not { } head)
            {
                return HttpReading.Malformed;
            }

            if (head.StatusCode >= 200)
            {
                return ReadBody(head, bytes, body, count, ended, out response);
            }

            start = body;
        }

        return HttpReading.Malformed;
    }

    /// <summary>Where the body begins: after the first empty line; -1 before it.</summary>
    private static int FindBody(byte[] bytes, int start, int count)
    {
        for (int i = start; i < count; i++)
        {
            if (bytes[i] == '\n' && i + 1 < count)
            {
                if (bytes[i + 1] == '\n')
                {
                    return i + 2;
                }

                if (bytes[i + 1] == '\r' && i + 2 < count && bytes[i + 2] == '\n')
                {
                    return i + 3;
                }
            }
        }

        return -1;
    }

    private static HttpResponse? ReadHead(string text)
    {
        string[] lines = text.Split('\n');
        string[] status = lines[0].TrimEnd('\r').Split([' '], 3);
        if (status.Length < 2 || status[0] is not ("HTTP/1.0" or "HTTP/1.1") || status[1].Length != 3
            || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code) || code is < 100 or > 599
            || lines.Length > MostHeaders)
        {
            return null;
        }

        List<KeyValuePair<string, string>> headers = [];
        for (int i = 1; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            int colon = line.IndexOf(':');
            if (colon > 0)
            {
                headers.Add(new KeyValuePair<string, string>(line.Substring(0, colon), line.Substring(colon + 1).Trim(' ', '\t')));
            }
            else if (line.Length > 0)
            {
                return null;
            }
        }

        return new HttpResponse { StatusCode = code, Headers = headers };
    }

    private static HttpReading ReadBody(HttpResponse head, byte[] bytes, int start, int count, bool ended, out HttpResponse? response)
    {
        response = null;
        int there = count - start;
        if (head.StatusCode is 204 or 304)
        {
            response = head;
            return HttpReading.Complete;
        }

        if (head.Header("Transfer-Encoding") is { } coding)
        {
            return coding.Trim().Equals("chunked", StringComparison.OrdinalIgnoreCase)
                ? ReadChunks(head, bytes, start, count, ended, out response) : HttpReading.Malformed;
        }

        int wanted = LongestBody;
        bool stated = false;
        if (head.Header("Content-Length") is { } text)
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
            {
                return HttpReading.Malformed;
            }

            stated = length <= LongestBody;
            wanted = (int)Math.Min(length, LongestBody);
        }

        if (there < wanted && !ended)
        {
            return HttpReading.Incomplete;
        }

        if (stated && there < wanted)
        {
            return HttpReading.Malformed;
        }

        response = With(head, bytes, start, Math.Min(there, wanted));
        return HttpReading.Complete;
    }

    private static HttpReading ReadChunks(HttpResponse head, byte[] bytes, int start, int count, bool ended, out HttpResponse? response)
    {
        response = null;
        List<byte> body = [];
        int at = start;
        while (true)
        {
            int line = Array.IndexOf(bytes, (byte)'\n', at, count - at);
            if (line < 0)
            {
                return ended || count - at > LongestHead ? HttpReading.Malformed : HttpReading.Incomplete;
            }

            string size = Encoding.ASCII.GetString(bytes, at, line - at).TrimEnd('\r');
            int extension = size.IndexOf(';');
            size = (extension < 0 ? size : size.Substring(0, extension)).Trim();
            if (size.Length is 0 or > 7
                || !int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length))
            {
                return HttpReading.Malformed;
            }

            int from = line + 1;
            int keep = Math.Min(Math.Min(length, count - from), LongestBody - body.Count);
            body.AddRange(new ArraySegment<byte>(bytes, from, keep));
            if (length == 0 || body.Count == LongestBody)
            {
                response = With(head, [.. body], 0, body.Count);
                return HttpReading.Complete;
            }

            if (count - from < length + 2)
            {
                return ended ? HttpReading.Malformed : HttpReading.Incomplete;
            }

            at = from + length + (bytes[from + length] == '\r' ? 2 : 1);
        }
    }

    private static HttpResponse With(HttpResponse head, byte[] bytes, int start, int length)
    {
        byte[] body = new byte[length];
        Array.Copy(bytes, start, body, 0, length);
        return new HttpResponse { StatusCode = head.StatusCode, Headers = head.Headers, Body = body };
    }
}
